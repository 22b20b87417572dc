package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.store.CursorConfig;

/**
 * Enciphers the pieces of uploaded files: they hold identity numbers, which the database never
 * holds in clear, nor its log, nor its backups. Each job has a key of its own, made of the
 * service's secret and the job's salt.
 */
@ApplicationScoped
class SpoolCipher {
  private static final String PURPOSE = "heliograph import spool";
  private static final int SALT = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] secret;
  private final SecureRandom random = new SecureRandom();

  SpoolCipher(CursorConfig config) {
    secret = Base64.getDecoder().decode(config.key());
  }

  byte[] salt() {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return salt;
  }

  byte[] seal(byte[] salt, String place, byte[] plain, int length) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, salt, place, nonce);
      var sealed = ByteBuffer.allocate(NONCE + cipher.getOutputSize(length)).put(nonce);
      cipher.doFinal(ByteBuffer.wrap(plain, 0, length), sealed);
      return sealed.array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sealed for that place; a piece that was changed or moved is not opened. */
  byte[] open(byte[] salt, String place, byte[] sealed) {
    try {
      byte[] nonce = new byte[NONCE];
      System.arraycopy(sealed, 0, nonce, 0, NONCE);
      return cipher(Cipher.DECRYPT_MODE, salt, place, nonce)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a piece of an uploaded file does not open", e);
    }
  }

  private Cipher cipher(int mode, byte[] salt, String place, byte[] nonce)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    mac.update(PURPOSE.getBytes(StandardCharsets.US_ASCII));
    byte[] key = mac.doFinal(salt);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
