package weservstatus.store;

class InMemoryBlobsTest implements BlobsContract {
    private final Blobs blobs = new InMemoryBlobs();

    @Override
    public Blobs blobs() {
        return blobs;
    }
}
