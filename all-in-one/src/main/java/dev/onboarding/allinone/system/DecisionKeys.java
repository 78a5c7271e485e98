package dev.onboarding.allinone.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/// The pair by which the coordinator signs a decision and the provisioning server checks it.
record DecisionKeys(Path signing, Path verifying) {

  static DecisionKeys in(DataDirectory data) {
    Path signing = data.kept("decision-signing.jwk", () -> generated().toJSONString());
    Path verifying =
        data.kept("decision-verifying.jwk", () -> read(signing).toPublicJWK().toJSONString());
    return new DecisionKeys(signing, verifying);
  }

  private static ECKey generated() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("decision").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey read(Path file) {
    try {
      return ECKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(
          file + " is no EC key in JWK form; delete it to get a new pair", e);
    }
  }
}
