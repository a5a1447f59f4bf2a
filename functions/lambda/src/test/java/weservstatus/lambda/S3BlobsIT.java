package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import weservstatus.store.Blobs;
import weservstatus.store.BlobsContract;

@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class S3BlobsIT implements BlobsContract {
    private final S3Client client;
    private final String bucket = "weserv-status-" + UUID.randomUUID();

    S3BlobsIT(AwsEndpoint endpoint) {
        client = endpoint.s3();
        client.createBucket(request -> request.bucket(bucket));
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Override
    public Blobs blobs() {
        return new S3Blobs(client, bucket);
    }

    @Test
    void aBucketThatIsNotThereIsTroubleAndNotAnAnswer() {
        Blobs blobs = new S3Blobs(client, "no-such-bucket");

        assertThatThrownBy(() -> blobs.get("a")).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> blobs.put("a", BlobsContract.text("x")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    /** The CDN asks so for what it has. */
    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Blobs blobs = blobs();
        String name = fresh();
        blobs.put(name, BlobsContract.text("a"));
        String tag = client.headObject(request -> request.bucket(bucket).key(name)).eTag();

        assertThatThrownBy(() -> unlessItIs(name, tag))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        answer -> assertThat(answer.statusCode()).isEqualTo(304));
        blobs.put(name, BlobsContract.text("b"));
        assertThat(unlessItIs(name, tag)).isEqualTo("b");
    }

    private String unlessItIs(String name, String tag) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(name).ifNoneMatch(tag))
                .asUtf8String();
    }
}
