package dev.onboarding.edge.transport;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/// How long the web server waits for a caller that has begun to say something and stopped.
public final class Patience implements TomcatConnectorCustomizer {

  /// Longer than our own clients keep an idle connection, so that it is they who close it.
  private static final Duration IDLE = Duration.ofSeconds(75);

  /// A connection is not opened again because it was used much.
  private static final int ANY_NUMBER = -1;

  private final Duration silence;

  public Patience(Duration silence) {
    this.silence = silence;
  }

  @Override
  public void customize(Connector connector) {
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
      protocol.setConnectionTimeout((int) silence.toMillis());
      protocol.setKeepAliveTimeout((int) IDLE.toMillis());
      protocol.setMaxKeepAliveRequests(ANY_NUMBER);
    }
  }
}
