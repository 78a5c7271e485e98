package dev.onboarding.finance;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.finance.establishment.InvoicesOfAccount;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
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

/// An ERP server in which every account is billed by one open invoice, except `…2AAA`, which is
/// throttled.
final class NetSuiteStandIn implements AutoCloseable {

  static final String THROTTLED = "001000000000002AAA";

  /// The contexts that calls came with.
  static final Queue<CallContext> CONTEXTS = new ConcurrentLinkedQueue<>();

  private final ConfigurableApplicationContext context;

  NetSuiteStandIn() {
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "spring.config.name", "netsuite-stand-in",
                    "server.port", "0",
                    "spring.main.banner-mode", "off",
                    "spring.datasource.url", TestPostgres.newDatabase(),
                    "mcp.edge.name", "netsuite-stand-in",
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
      @Nullable String opportunityId,
      @Nullable String contractId) {}

  record Customer(String id, String name, String email) {}

  record Invoice(
      String id,
      String number,
      String status,
      Money total,
      Money net,
      Money remaining,
      LocalDate issued,
      LocalDate due) {}

  record Answer(
      String accountId,
      @Nullable List<Customer> customers,
      @Nullable List<Invoice> invoices,
      @Nullable Failure failure) {}

  record Answers(List<InvoicesOfAccount> accounts) {}

  @McpServerApplication
  static class Application {

    @Bean
    Tools tools() {
      return new Tools();
    }
  }

  static class Tools {

    private static final Failure REFUSAL =
        Failure.of(ErrorType.RATE_LIMIT, "CONCURRENCY_LIMIT_EXCEEDED", 429, "Request blocked.");

    @McpTool(name = "netsuite_list_account_invoices", description = "One account.")
    InvoicesOfAccount one(
        String accountId,
        @McpToolParam(required = false) @Nullable String externalKey,
        @McpToolParam(required = false) @Nullable String opportunityId,
        @McpToolParam(required = false) @Nullable String contractId) {
      CONTEXTS.add(CallContext.current());
      Answer answer = answer(accountId);
      if (answer.failure() != null) {
        throw new FailureException(answer.failure());
      }
      return listed(answer);
    }

    @McpTool(name = "netsuite_get_invoices", description = "Many accounts.")
    Answers many(List<Key> accounts) {
      return new Answers(accounts.stream().map(key -> listed(answer(key.accountId()))).toList());
    }

    /// As the real server lists it: with every field that the agent reads.
    private static InvoicesOfAccount listed(Answer answer) {
      return EdgeJson.mapper().convertValue(answer, InvoicesOfAccount.class);
    }

    private static Answer answer(String id) {
      if (id.equals(THROTTLED)) {
        return new Answer(id, null, null, REFUSAL);
      }
      var hundred = Money.of("100", "USD");
      var invoice =
          new Invoice(
              "7",
              "INV7",
              "OPEN",
              hundred,
              hundred,
              hundred,
              LocalDate.of(2030, 5, 1),
              LocalDate.of(2030, 5, 31));
      var customer = new Customer("1", "Acme", "billing@acme.example");
      return new Answer(id, List.of(customer), List.of(invoice), null);
    }
  }
}
