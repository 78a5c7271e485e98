package dev.onboarding.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;

/// Sends what it is given on connections of its own.
public final class HostileClient {

  private static final int PATIENCE = 120_000;

  private final URI endpoint;
  private final Requests requests;

  /// @param headers of every decent request, such as a token
  public HostileClient(URI endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.requests = new Requests(endpoint, headers);
  }

  /// Makes the attack and asserts that it was answered rightly and that the answer shows nothing of
  /// the inside.
  public void make(Attack attack) throws IOException {
    Answer answer = send(attack.request());

    assertThat(answer.status()).as("%s: %s", attack.name(), answer).isIn(attack.statuses());
    assertThat(answer.body()).as(attack.name()).contains(attack.says());
    assertThat(answer.head() + answer.body()).as(attack.name()).doesNotContain(Attack.INSIDE);
  }

  /// A call as it should be; it proves that the server is still there.
  public Answer ping() throws IOException {
    return send(requests.post(Requests.rpc("ping", "{}")));
  }

  /// Begins a conversation and walks away without waiting for the answer to be read.
  public Answer initialize() throws IOException {
    return send(
        requests.post(
            Requests.rpc(
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                    + "\"clientInfo\":{\"name\":\"gone\",\"version\":\"1\"}}")));
  }

  /// Sends all but the end of a body and then nothing more.
  public Answer stopInTheMiddle() throws IOException {
    byte[] whole = requests.post(Requests.rpc("ping", "{}"));
    return send(Arrays.copyOf(whole, whole.length - 5));
  }

  /// Sends the bytes as they are and reads until the server closes.
  public Answer send(byte[] request) throws IOException {
    try (Socket socket = connected()) {
      Thread sender = Thread.ofVirtual().start(() -> write(socket, request));
      byte[] received = read(socket.getInputStream());
      sender.interrupt();
      return Answer.of(received);
    }
  }

  private Socket connected() throws IOException {
    var socket = new Socket(endpoint.getHost(), endpoint.getPort());
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /// The server may refuse before it was sent whole.
  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException refused) {
      return;
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    var received = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    try {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        received.write(chunk, 0, read);
      }
    } catch (SocketException reset) {
      return received.toByteArray();
    }
    return received.toByteArray();
  }
}
