package dev.onboarding.provisioning;

import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.provisioning.credentials.LinkBase;
import dev.onboarding.provisioning.provisioner.ProvisionerKind;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Says which settings are missing, all at once and before anything is started.
@Configuration(proxyBeanMethods = false)
class StartUpCheck {

  @Bean
  static BeanFactoryPostProcessor requiredCredentials(Environment settings) {
    return _ -> {
      ProvisionerKind.check(
          settings.getProperty(ProvisionerKind.SETTING, ProvisionerKind.OPEN_SERVICE_BROKER));
      RequiredCredentials.of("mcp-provisioning")
          .with("PROVISIONER_USERNAME", settings.getProperty("provisioning.broker.username"))
          .with("PROVISIONER_PASSWORD (or PROVISIONER_PASSWORD_FILE)", password(settings))
          .with(
              "ONBOARDING_DECISION_PUBLIC_KEY_FILE",
              settings.getProperty("provisioning.decision.public-key-file"))
          .with("PROVISIONING_SECRET_KEY (or PROVISIONING_SECRET_KEY_FILE)", secretKey(settings))
          .with(LinkBase.VARIABLE, linkBase(settings))
          .check();
    };
  }

  private static String linkBase(Environment settings) {
    boolean missing =
        LinkBase.isMissing(
            settings.getProperty("provisioning.credentials.link-base-url"),
            settings.getProperty("server.address"));
    return missing ? "" : "given or not needed";
  }

  private static String password(Environment settings) {
    return settings.getProperty("provisioning.broker.password", "")
        + settings.getProperty("provisioning.broker.password-file", "");
  }

  private static String secretKey(Environment settings) {
    return settings.getProperty("provisioning.credentials.secret-key", "")
        + settings.getProperty("provisioning.credentials.secret-key-file", "");
  }
}
