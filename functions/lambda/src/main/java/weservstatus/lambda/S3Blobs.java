package weservstatus.lambda;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import weservstatus.store.Blobs;

/**
 * Blobs as objects of one bucket. The role needs {@code s3:ListBucket} beside the rights on the
 * objects: without it S3 answers "forbidden" where there is none.
 */
public final class S3Blobs implements Blobs {
    private final S3Client client;
    private final String bucket;

    public S3Blobs(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String name, Blob blob) {
        String key = Blobs.requireName(name);
        client.putObject(
                request -> request.bucket(bucket).key(key).contentType(blob.contentType()),
                RequestBody.fromBytes(blob.bytes()));
    }

    @Override
    public Optional<Blob> get(String name) {
        String key = Blobs.requireName(name);
        try {
            ResponseBytes<GetObjectResponse> found =
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            return Optional.of(new Blob(found.asByteArrayUnsafe(), found.response().contentType()));
        } catch (NoSuchKeyException ignored) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> list(String prefix) {
        return client
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void delete(String name) {
        String key = Blobs.requireName(name);
        client.deleteObject(request -> request.bucket(bucket).key(key));
    }
}
