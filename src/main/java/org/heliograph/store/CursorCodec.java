package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.shared.Problem;

/**
 * Makes cursors secret and authentic: a payload, encrypted, under a keyed hash over payload and
 * scope. The scope names what the cursor is good for (kind, order, filter, tier, class of viewer);
 * a cursor from elsewhere, or an altered one, is refused. Secret, because a payload holds what
 * tells of hidden rows: a score counts them, a row's number leaves gaps where they are. The hash is
 * also the cipher's start, so that the same page has the same cursors and the same entity tag.
 */
@ApplicationScoped
public class CursorCodec {
  private static final int TAG = 16;
  private static final String HASH = "HmacSHA256";
  private final SecretKeySpec key;
  private final SecretKeySpec secret;

  /**
   * One of each per thread: finding and keying them anew costs more than the work, 20 times a page.
   */
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::keyedMac);

  private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(CursorCodec::cipher);

  public CursorCodec(CursorConfig config) {
    byte[] bytes = Base64.getDecoder().decode(config.key());
    if (bytes.length < 32) {
      throw new IllegalStateException(
          "heliograph.cursor.key needs at least 32 bytes, base64-encoded");
    }
    key = new SecretKeySpec(bytes, HASH);
    byte[] use = "encryption of cursors".getBytes(StandardCharsets.UTF_8);
    secret = new SecretKeySpec(hash(use), "AES");
  }

  /** The cursor that carries the payload within the scope. */
  public String encode(String payload, String scope) {
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    byte[] tag = tag(body, scope);
    byte[] whole = Arrays.copyOf(tag, TAG + body.length);
    System.arraycopy(crypt(Cipher.ENCRYPT_MODE, tag, body), 0, whole, TAG, body.length);
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
      byte[] tag = Arrays.copyOf(whole, TAG);
      byte[] body = crypt(Cipher.DECRYPT_MODE, tag, Arrays.copyOfRange(whole, TAG, whole.length));
      if (!MessageDigest.isEqual(tag(body, scope), tag)) {
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
    byte[] name = scope.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(hash(ByteBuffer.allocate(4).putInt(name.length).array(), name, body), TAG);
  }

  private byte[] hash(byte[]... parts) {
    Mac mac = macs.get();
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private byte[] crypt(int mode, byte[] start, byte[] body) {
    try {
      Cipher cipher = ciphers.get();
      cipher.init(mode, secret, new IvParameterSpec(start));
      return cipher.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES does not take the key of cursors", e);
    }
  }

  private Mac keyedMac() {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HASH + " is missing from this JDK", e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is missing from this JDK", e);
    }
  }
}
