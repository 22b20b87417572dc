package org.heliograph.attachment.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.heliograph.attachment.FilesConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of a store that speaks S3. An object appears there when it is whole. */
final class S3Store implements ContentStore {
  private final S3Client client;
  private final String bucket;

  S3Store(FilesConfig.S3 config, String bucket) {
    this.bucket = bucket;
    var builder =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(config.region()))
            .forcePathStyle(true)
            // what other makers' stores understand as well
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(more -> more.chunkedEncodingEnabled(false))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        config.accessKey().orElse(""), config.secretKey().orElse(""))));
    config.endpoint().ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
    client = builder.build();
  }

  @Override
  public void put(String digest, byte[] content) throws IOException {
    asking(() ->
        client.putObject(put -> put.bucket(bucket).key(digest), RequestBody.fromBytes(content)));
  }

  @Override
  public boolean holds(String digest) throws IOException {
    return asking(() -> {
      try {
        client.headObject(head -> head.bucket(bucket).key(digest));
        return true;
      } catch (NoSuchKeyException e) {
        return false;
      }
    });
  }

  @Override
  public InputStream open(String digest, long from, long length) throws IOException {
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    return asking(() ->
        client.getObject(get ->
            get.bucket(bucket)
                .key(digest)
                .range("bytes=%d-%d".formatted(from, from + length - 1))));
  }

  @Override
  public void delete(String digest) throws IOException {
    asking(() -> client.deleteObject(delete -> delete.bucket(bucket).key(digest)));
  }

  private interface Question<T> {
    T ask();
  }

  private static <T> T asking(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (SdkException e) {
      throw new IOException("the S3 store refused or did not answer: " + e.getClass().getName(), e);
    }
  }
}
