package dev.onboarding.provisioning.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.net.URI;

/// A service broker that answers what a test tells it to, and counts what it is asked.
public final class StubBroker implements AutoCloseable {

  public static final String API_KEY = "key-4f1c<&>that-nobody-may-see";

  private static final String INSTANCE = "/provisioner/v2/service_instances/[^/]+";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private StubBroker() {
    server.start();
    server.stubFor(get("/provisioner/v2/catalog").willReturn(okJson(CATALOG)));
  }

  public static StubBroker started() {
    return new StubBroker();
  }

  public URI baseUrl() {
    return URI.create(server.baseUrl() + "/provisioner");
  }

  public WireMockServer server() {
    return server;
  }

  public StubBroker provisionsAtOnce() {
    return onPut(json(201, "{\"dashboard_url\":\"https://acme.example/login\"}"));
  }

  public StubBroker provisionsLater() {
    return onPut(json(202, "{\"operation\":\"op 1\"}"));
  }

  public StubBroker onPut(ResponseDefinitionBuilder answer) {
    server.stubFor(put(urlPathMatching(INSTANCE)).willReturn(answer));
    return this;
  }

  public StubBroker onPatch(ResponseDefinitionBuilder answer) {
    server.stubFor(patch(urlPathMatching(INSTANCE)).willReturn(answer));
    return this;
  }

  public StubBroker onDelete(ResponseDefinitionBuilder answer) {
    server.stubFor(delete(urlPathMatching(INSTANCE)).willReturn(answer));
    return this;
  }

  public StubBroker onGet(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathMatching(INSTANCE)).willReturn(answer));
    return this;
  }

  public StubBroker lastOperation(String state) {
    return onPoll(json(200, "{\"state\":\"%s\",\"description\":\"no room\"}".formatted(state)));
  }

  public StubBroker onPoll(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathMatching(INSTANCE + "/last_operation")).willReturn(answer));
    return this;
  }

  public StubBroker bindsWithApiKey() {
    server.stubFor(
        put(urlPathMatching(INSTANCE + "/service_bindings/[^/]+"))
            .willReturn(
                json(
                    201,
                    "{\"credentials\":{\"api_key\":\"%s\",\"limits\":{\"rate\":5}}}"
                        .formatted(API_KEY))));
    return this;
  }

  public StubBroker answersEverythingWith(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
    return this;
  }

  public int puts() {
    return count(RequestMethod.PUT);
  }

  public int count(RequestMethod method) {
    return server
        .countRequestsMatching(new RequestPatternBuilder(method, urlPathMatching(INSTANCE)).build())
        .getCount();
  }

  public String lastPut() {
    return server.findAll(putRequestedFor(urlPathMatching(INSTANCE))).getLast().getBodyAsString();
  }

  public String lastDelete() {
    return server.findAll(deleteRequestedFor(urlPathMatching(INSTANCE))).getLast().getUrl();
  }

  public int catalogReads() {
    return server
        .countRequestsMatching(
            requestedFor("GET", urlPathEqualTo("/provisioner/v2/catalog")).build())
        .getCount();
  }

  public static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  public static ResponseDefinitionBuilder cut() {
    return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final String CATALOG =
      """
      {"services":[{"id":"other-id","name":"other","plans":[]},
        {"id":"svc-id","name":"tenant","plans":[
          {"id":"plan-e","name":"enterprise"},
          {"id":"plan-g","name":"growth"},
          {"id":"plan-s","name":"starter"}]}]}
      """;
}
