package org.heliograph.privacy.document;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says beside the picture: who took it, with what, where. The picture itself
 * is never decoded: no scan reads a face or a photographed card, people must.
 */
final class Picture {
  private Picture() {}

  /** A picture that is the whole document. */
  static void read(byte[] bytes, Reading reading) {
    Metadata metadata = metadata(bytes);
    if (metadata == null) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    if (pixels(metadata) > reading.limits().pixels()) {
      throw new Refusal(RefusalCode.TOO_MANY_PIXELS);
    }
    describe("picture", metadata, reading);
    reading.cannotRead("the picture itself");
  }

  /** A picture within a document. */
  static void readWithin(String place, byte[] bytes, Reading reading) {
    Metadata metadata = metadata(bytes);
    if (metadata != null) {
      describe(place, metadata, reading);
    }
    reading.cannotRead("picture, " + place);
  }

  private static @Nullable Metadata metadata(byte[] bytes) {
    try {
      return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return null;
    }
  }

  private static void describe(String place, Metadata metadata, Reading reading) {
    for (Directory directory : metadata.getDirectories()) {
      if (directory instanceof GpsDirectory gps && gps.getGeoLocation() != null) {
        reading.cannotRead(place + " says where it was taken");
      }
      for (Tag tag : directory.getTags()) {
        Object value = directory.getObject(tag.getTagType());
        // numbers are sizes, times and settings
        String text =
            value instanceof byte[] && tag.getTagName().startsWith("Windows")
                ? tag.getDescription()
                : value instanceof CharSequence || isText(value) ? tag.getDescription() : null;
        if (text != null) {
          reading.hidden(place + ", " + tag.getTagName(), text);
        }
      }
    }
  }

  private static boolean isText(@Nullable Object value) {
    return value != null && !(value instanceof Number) && !value.getClass().isArray()
        || value instanceof Object[];
  }

  /** Width times height as the headers have it, the largest of them. */
  private static long pixels(Metadata metadata) {
    long most = 0;
    for (Directory directory : metadata.getDirectories()) {
      long width = 0;
      long height = 0;
      for (Tag tag : directory.getTags()) {
        Long size = directory.getLongObject(tag.getTagType());
        if (size != null && tag.getTagName().endsWith("Image Width")) {
          width = size;
        } else if (size != null && tag.getTagName().endsWith("Image Height")) {
          height = size;
        }
      }
      most = Math.max(most, width * height);
    }
    return most;
  }
}
