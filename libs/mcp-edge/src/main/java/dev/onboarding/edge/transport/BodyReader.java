package dev.onboarding.edge.transport;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// Reads a body whole, within a size and a time, so that what comes after holds neither a slow
/// caller's thread nor a large one's memory.
public final class BodyReader {

  private static final int CHUNK = 8192;

  private final DataSize most;
  private final Duration longest;

  /// @param longest how long a body may take from its first to its last byte
  public BodyReader(DataSize most, Duration longest) {
    this.most = most;
    this.longest = longest;
  }

  /// @throws BodyRefused when it is too large, too slow, cut off or no UTF-8
  byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > most.toBytes()) {
      throw tooLarge();
    }
    byte[] body = bytes(request.getInputStream());
    requireUtf8(body);
    return body;
  }

  private byte[] bytes(ServletInputStream in) throws IOException {
    long start = System.nanoTime();
    var body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        body.write(chunk, 0, read);
        if (body.size() > most.toBytes()) {
          throw tooLarge();
        }
        if (System.nanoTime() - start > longest.toNanos()) {
          throw tooSlow();
        }
      }
      return body.toByteArray();
    } catch (SocketTimeoutException e) {
      throw tooSlow();
    } catch (IOException e) {
      throw new BodyRefused(400, "The body was cut off or is framed wrongly");
    }
  }

  private static void requireUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw new BodyRefused(400, "The body is no UTF-8");
    }
  }

  private BodyRefused tooLarge() {
    return new BodyRefused(413, "The body is larger than " + most);
  }

  private BodyRefused tooSlow() {
    return new BodyRefused(
        408, "The body took longer than %d ms to arrive".formatted(longest.toMillis()));
  }
}
