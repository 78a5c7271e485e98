package dev.onboarding.edge.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class BodyReaderTests {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void readsABodyOfExactlyTheLimit() throws Exception {
    byte[] body = "{}".repeat(8).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThat(reader(16, LONG).read(request(new ByteArrayInputStream(body)))).isEqualTo(body);
  }

  @Test
  void refusesOneByteMore() {
    assertThat(refusal(reader(15, LONG), new ByteArrayInputStream(new byte[16]))).isEqualTo(413);
  }

  @Test
  void refusesABodyThatArrivesByteByByteForTooLong() {
    var drop = new Endless(() -> 'x');

    assertThat(refusal(reader(1 << 20, Duration.ofNanos(1)), drop)).isEqualTo(408);
  }

  @Test
  void refusesABodyThatStops() {
    var silent =
        new Endless(() -> {
          throw new SocketTimeoutException("Read timed out");
        });

    assertThat(refusal(reader(16, LONG), silent)).isEqualTo(408);
  }

  @Test
  void callsACutOffBodyTheCallersFault() {
    var cut =
        new Endless(() -> {
          throw new IOException("Connection reset");
        });

    assertThat(refusal(reader(16, LONG), cut)).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoUtf8() {
    assertThat(refusal(reader(16, LONG), new ByteArrayInputStream(new byte[] {(byte) 0xC3, 0x28})))
        .isEqualTo(400);
  }

  private static BodyReader reader(int bytes, Duration longest) {
    return new BodyReader(DataSize.ofBytes(bytes), longest);
  }

  private static int refusal(BodyReader reader, InputStream body) {
    return catchThrowableOfType(BodyRefused.class, () -> reader.read(request(body))).status();
  }

  private static MockHttpServletRequest request(InputStream body) {
    return new MockHttpServletRequest() {
      @Override
      public ServletInputStream getInputStream() {
        return new Wire(body);
      }
    };
  }

  /// One byte, or what is thrown instead.
  private interface Source {
    int next() throws IOException;
  }

  /// A body that never ends.
  private static final class Endless extends InputStream {

    private final Source bytes;

    Endless(Source bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.next();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      target[offset] = (byte) bytes.next();
      return 1;
    }
  }

  private static final class Wire extends ServletInputStream {

    private final InputStream in;

    Wire(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
