package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.shared.Problem;

/**
 * Makes cursors opaque and authentic: a payload with a keyed hash over payload and scope. The scope
 * names what the cursor is good for (kind, order, filter, tier, class of viewer); a cursor from
 * elsewhere, or an altered one, is refused.
 */
@ApplicationScoped
public class CursorCodec {
  private static final int TAG = 12;
  private final SecretKeySpec key;

  public CursorCodec(CursorConfig config) {
    byte[] bytes = Base64.getDecoder().decode(config.key());
    if (bytes.length < 32) {
      throw new IllegalStateException(
          "heliograph.cursor.key needs at least 32 bytes, base64-encoded");
    }
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The cursor that carries the payload within the scope. */
  public String encode(String payload, String scope) {
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(tag(body, scope), TAG + body.length);
    System.arraycopy(body, 0, whole, TAG, body.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The payload of a cursor that was made within the same scope; anything else is BAD_INPUT at the
   * argument.
   */
  public String decode(String cursor, String scope, String argument) {
    try {
      if (cursor.length() > 4096) {
        throw foreign(argument);
      }
      byte[] whole = Base64.getUrlDecoder().decode(cursor);
      if (whole.length < TAG) {
        throw foreign(argument);
      }
      byte[] body = Arrays.copyOfRange(whole, TAG, whole.length);
      if (!MessageDigest.isEqual(tag(body, scope), Arrays.copyOf(whole, TAG))) {
        throw foreign(argument);
      }
      return new String(body, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw foreign(argument);
    }
  }

  private static Problem foreign(String argument) {
    return Problem.badInput(
        argument,
        "is not a cursor of this query: start again without it, and change no other argument between pages");
  }

  private byte[] tag(byte[] body, String scope) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] name = scope.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(name.length).array());
      mac.update(name);
      return Arrays.copyOf(mac.doFinal(body), TAG);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is missing from this JDK", e);
    }
  }
}
