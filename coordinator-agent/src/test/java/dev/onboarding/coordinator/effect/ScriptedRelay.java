package dev.onboarding.coordinator.effect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// An SMTP relay in clear that knows no TLS and refuses the recipients it is told to.
final class ScriptedRelay implements AutoCloseable {

  private final ServerSocket server;
  private final Set<String> refused;
  private final List<String> envelopes = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();

  ScriptedRelay(String... refused) {
    this.refused = Set.of(refused);
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    Thread.startVirtualThread(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /// Recipients that were accepted.
  List<String> envelopes() {
    return envelopes;
  }

  List<String> mails() {
    return mails;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        talk(client);
      } catch (IOException over) {
        // The next client may fare better.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, "220 relay");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("DATA")) {
        say(client, "354 go on");
        mails.add(data(in));
      }
      say(client, answer(line));
    }
  }

  private static String data(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private String answer(String line) {
    if (line.startsWith("RCPT TO:")) {
      var recipient = line.replaceAll(".*<(.*)>.*", "$1");
      if (refused.contains(recipient)) {
        return "550 nobody of that name";
      }
      envelopes.add(recipient);
    }
    return "250 relay";
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
