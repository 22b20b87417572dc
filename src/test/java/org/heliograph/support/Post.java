package org.heliograph.support;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The SMTP server that the service under test sends letters to. It stays once it is there: a
 * service that connects while one is stopped and the next one started waits for a greeting that
 * never comes.
 */
public final class Post {
  private static final ConcurrentHashMap<Integer, GreenMail> SERVERS = new ConcurrentHashMap<>();

  private Post() {}

  /** The server, without letters. */
  public static GreenMail empty() throws FolderException {
    GreenMail server = SERVERS.computeIfAbsent(port(), Post::started);
    server.purgeEmailFromAllMailboxes();
    return server;
  }

  /** Where none is, letters cannot be sent. */
  public static void close() {
    GreenMail server = SERVERS.remove(port());
    if (server != null) {
      server.stop();
    }
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
  }

  private static GreenMail started(int port) {
    var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }
}
