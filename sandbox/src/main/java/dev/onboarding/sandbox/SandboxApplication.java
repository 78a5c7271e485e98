package dev.onboarding.sandbox;

import dev.onboarding.sandbox.broker.BrokerSettings;
import dev.onboarding.sandbox.broker.Provisioner;
import dev.onboarding.sandbox.docusign.ConnectPages;
import dev.onboarding.sandbox.docusign.DocuSign;
import dev.onboarding.sandbox.docusign.DocuSignSettings;
import dev.onboarding.sandbox.fault.FaultPages;
import dev.onboarding.sandbox.fault.Faults;
import dev.onboarding.sandbox.inspect.HealthPages;
import dev.onboarding.sandbox.inspect.InspectPages;
import dev.onboarding.sandbox.inspect.Inspected;
import dev.onboarding.sandbox.inspect.Journal;
import dev.onboarding.sandbox.keys.DevelopmentKeys;
import dev.onboarding.sandbox.keys.KeySettings;
import dev.onboarding.sandbox.mail.Inbox;
import dev.onboarding.sandbox.mail.MailServer;
import dev.onboarding.sandbox.mind.Bedrock;
import dev.onboarding.sandbox.mind.MindSettings;
import dev.onboarding.sandbox.mind.OpenAi;
import dev.onboarding.sandbox.netsuite.NetSuite;
import dev.onboarding.sandbox.netsuite.NetSuiteSettings;
import dev.onboarding.sandbox.page.HomePage;
import dev.onboarding.sandbox.salesforce.Salesforce;
import dev.onboarding.sandbox.salesforce.SalesforceSettings;
import dev.onboarding.sandbox.slack.Slack;
import dev.onboarding.sandbox.slack.SlackSettings;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.StoryPages;
import dev.onboarding.sandbox.wire.CutValve;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Routes;
import dev.onboarding.sandbox.wire.WireServlet;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/// The sandbox as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
@EnableConfigurationProperties({
  SandboxSettings.class,
  KeySettings.class,
  SalesforceSettings.class,
  NetSuiteSettings.class,
  DocuSignSettings.class,
  BrokerSettings.class,
  SlackSettings.class,
  MindSettings.class
})
public class SandboxApplication {

  private static final List<String> PAGES =
      List.of(
          "",
          "/accounts",
          "/accounts/*",
          "/docusign-connect",
          "/inspect/*",
          "/faults/*",
          "/keys/*",
          "/actuator/*");

  public static void main(String[] args) {
    builder().run(args);
  }

  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(SandboxApplication.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=sandbox");
  }

  @Bean
  @ConditionalOnMissingBean
  Clock sandboxClock() {
    return Clock.systemUTC();
  }

  @Bean
  Stories stories(SandboxSettings settings, Clock clock) throws IOException {
    return Stories.read(settings.accounts().getInputStream(), clock);
  }

  @Bean
  Salesforce salesforce(Stories stories, SalesforceSettings settings, Clock clock) {
    return new Salesforce(stories, settings, clock);
  }

  @Bean
  DevelopmentKeys keys(KeySettings settings) {
    return new DevelopmentKeys(settings);
  }

  @Bean
  NetSuite netSuite(Stories stories, NetSuiteSettings settings, DevelopmentKeys keys, Clock clock) {
    return new NetSuite(stories, settings, keys, clock);
  }

  @Bean
  DocuSign docuSign(Stories stories, DocuSignSettings settings, DevelopmentKeys keys, Clock clock) {
    return new DocuSign(stories, settings, keys, clock);
  }

  @Bean
  Provisioner provisioner(Stories stories, BrokerSettings settings, Clock clock) {
    return new Provisioner(stories, settings, clock);
  }

  @Bean
  Slack slack(SlackSettings settings, Clock clock) {
    return new Slack(settings, clock);
  }

  @Bean
  OpenAi openAi(MindSettings settings, Clock clock) {
    return new OpenAi(settings, clock);
  }

  @Bean
  Bedrock bedrock(MindSettings settings) {
    return new Bedrock(settings);
  }

  @Bean
  Inbox inbox(Clock clock) {
    return new Inbox(clock);
  }

  @Bean
  Entrance entrance(
      List<ExternalSystem> systems,
      Stories stories,
      DevelopmentKeys keys,
      SandboxSettings settings,
      DocuSignSettings docuSign,
      Clock clock) {
    Map<String, Inspected> inspected = new LinkedHashMap<>();
    Map<String, Faults> faults = new LinkedHashMap<>();
    for (ExternalSystem system : systems) {
      inspected.put(system.name(), new Inspected(system, new Journal(settings.callsKept())));
      faults.put(system.name(), new Faults(system, stories));
    }
    var pages = new Routes();
    new StoryPages(stories).on(pages);
    new InspectPages(inspected).on(pages);
    new HealthPages(inspected).on(pages);
    new FaultPages(faults).on(pages);
    new ConnectPages(stories, docuSign, clock).on(pages);
    keys.on(pages);
    new HomePage(stories, inspected, faults).on(pages);
    return new Entrance(inspected, faults, pages, clock);
  }

  @Bean
  MailServer mailServer(Entrance entrance, SandboxSettings settings) {
    return new MailServer(settings.smtpAddress(), settings.smtpPort(), entrance);
  }

  @Bean
  ServletRegistrationBean<WireServlet> wire(Entrance entrance, List<ExternalSystem> systems) {
    var addresses = new ArrayList<>(PAGES);
    systems.forEach(system -> addresses.add("/" + system.name() + "/*"));
    var wire =
        new ServletRegistrationBean<>(new WireServlet(entrance), addresses.toArray(String[]::new));
    wire.setLoadOnStartup(1);
    return wire;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> cutting() {
    return factory -> factory.addEngineValves(new CutValve());
  }
}
