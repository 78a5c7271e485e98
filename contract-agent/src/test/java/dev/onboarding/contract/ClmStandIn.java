package dev.onboarding.contract;

import dev.onboarding.contract.establishment.ContractsOfAccount;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.TestPostgres;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// A contract server in which every account has one executed contract, except `…2AAA`, which is
/// throttled.
final class ClmStandIn implements AutoCloseable {

  static final String THROTTLED = "001000000000002AAA";

  /// The contexts that calls came with.
  static final Queue<CallContext> CONTEXTS = new ConcurrentLinkedQueue<>();

  private final ConfigurableApplicationContext context;

  ClmStandIn() {
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "spring.config.name", "clm-stand-in",
                    "server.port", "0",
                    "spring.main.banner-mode", "off",
                    "spring.datasource.url", TestPostgres.newDatabase(),
                    "mcp.edge.name", "clm-stand-in",
                    "mcp.edge.version", "1"))
            .run();
  }

  URI endpoint() {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }

  @Override
  public void close() {
    context.close();
  }

  record Key(
      String accountId,
      @Nullable String externalKey,
      @Nullable String envelopeId,
      @Nullable String accountName) {}

  record Found(
      String envelopeId,
      String status,
      String statusRaw,
      String crmAccountId,
      LocalDate effectiveDate,
      String effectiveSource,
      boolean terminated,
      boolean onPaper) {}

  record Answer(
      String accountId,
      int envelopesMatching,
      @Nullable List<Found> contracts,
      @Nullable Failure failure) {}

  record Answers(List<ContractsOfAccount> accounts) {}

  @McpServerApplication
  static class Application {

    @Bean
    Tools tools() {
      return new Tools();
    }
  }

  static class Tools {

    private static final Failure REFUSAL =
        Failure.of(
            ErrorType.RATE_LIMIT, "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", 400, "Too many calls.");

    @McpTool(name = "clm_get_contract", description = "One account.")
    ContractsOfAccount one(
        String accountId,
        @McpToolParam(required = false) @Nullable String externalKey,
        @McpToolParam(required = false) @Nullable String envelopeId,
        @McpToolParam(required = false) @Nullable String accountName) {
      CONTEXTS.add(CallContext.current());
      Answer answer = answer(accountId);
      if (answer.failure() != null) {
        throw new FailureException(answer.failure());
      }
      return listed(answer);
    }

    @McpTool(name = "clm_get_contracts", description = "Many accounts.")
    Answers many(List<Key> accounts) {
      return new Answers(accounts.stream().map(key -> listed(answer(key.accountId()))).toList());
    }

    /// As the real server lists it: with every field that the agent reads.
    private static ContractsOfAccount listed(Answer answer) {
      return EdgeJson.mapper().convertValue(answer, ContractsOfAccount.class);
    }

    private static Answer answer(String account) {
      String id = new AccountReference(account).value();
      if (id.equals(THROTTLED)) {
        return new Answer(id, 0, null, REFUSAL);
      }
      var contract =
          new Found(
              "E-" + id, "EXECUTED", "completed", id, LocalDate.EPOCH, "agreement", false, false);
      return new Answer(id, 1, List.of(contract), null);
    }
  }
}
