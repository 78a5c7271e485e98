package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.govern.ActResult;
import dev.onboarding.coordinator.govern.Document;
import dev.onboarding.coordinator.govern.DocumentAct;
import dev.onboarding.coordinator.govern.DocumentDesk;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rules`, `/api/prompts`, `/api/checklist`: documents, and who put which in force.
@RestController
@RequestMapping("/api/{kind:rules|prompts|checklist}")
final class DocumentController {

  private static final DataSize LARGEST = DataSize.ofMegabytes(2);

  private final StrictJson json;
  private final DocumentDesk desk;
  private final Documents documents;

  DocumentController(StrictJson json, DocumentDesk desk, Documents documents) {
    this.json = json;
    this.desk = desk;
    this.documents = documents;
  }

  /// A document to keep.
  ///
  /// @param name under which problems are reported
  record Added(@Nullable String name, @Nullable String content, @Nullable String by) {}

  /// Who decides, and why.
  record Because(@Nullable String by, @Nullable String reason) {}

  /// A document without its text.
  ///
  /// @param standing `active`, `shadow`, or empty
  record Kept(String digest, String version, String standing, String storedBy, Instant storedAt) {}

  /// @param active the digest that counts
  /// @param shadow the digest that runs beside it; null for none
  record All(
      @Nullable String active,
      @Nullable String shadow,
      List<Kept> documents,
      List<DocumentAct> acts) {

    All {
      documents = List.copyOf(documents);
      acts = List.copyOf(acts);
    }
  }

  /// @param repeated whether it had held before
  record Done(DocumentAct act, boolean repeated) {}

  @GetMapping
  All list(@PathVariable String kind) {
    var of = kind(kind);
    var active = desk.inForce(of);
    var shadow = documents.inShadow(of).map(DocumentAct::digest).orElse(null);
    return new All(
        active,
        shadow,
        documents.all(of).stream().map(each -> kept(each, active, shadow)).toList(),
        documents.acts(of));
  }

  @PostMapping
  ResponseEntity<Kept> add(@PathVariable String kind, HttpServletRequest request) {
    var added = json.bind(json.tree(json.body(request, LARGEST)), Added.class);
    var content = added.content();
    if (content == null || content.isBlank()) {
      throw new ProblemException(ProblemType.INVALID_FIELD, "content is the text to keep.");
    }
    var name = PersonText.name("name", added.name() == null ? "document" : added.name());
    var of = kind(kind);
    try {
      var document = desk.store(of, name, content, PersonText.who("by", added.by()));
      return ResponseEntity.status(201).body(kept(document, desk.inForce(of), null));
    } catch (DocumentRefused refused) {
      throw new ProblemException(
          ProblemType.DOCUMENT_REFUSED, String.valueOf(refused.getMessage()), refused);
    }
  }

  @GetMapping(path = "/{digest}", produces = "text/plain;charset=UTF-8")
  String content(@PathVariable String kind, @PathVariable String digest) {
    var of = kind(kind);
    return documents.find(of, Digest.whole(documents, of, digest)).orElseThrow().content();
  }

  @PostMapping("/{digest}/activate")
  Done activate(
      @PathVariable String kind, @PathVariable String digest, HttpServletRequest request) {
    var because = because(request);
    var of = kind(kind);
    return done(
        desk.activate(of, Digest.whole(documents, of, digest), because.by(), because.reason()));
  }

  @PostMapping("/{digest}/shadow")
  Done shadow(@PathVariable String kind, @PathVariable String digest, HttpServletRequest request) {
    var because = because(request);
    var of = kind(kind);
    return done(
        desk.shadow(of, Digest.whole(documents, of, digest), because.by(), because.reason()));
  }

  @PostMapping("/end-shadow")
  Done endShadow(@PathVariable String kind, HttpServletRequest request) {
    var because = because(request);
    return done(desk.shadow(kind(kind), null, because.by(), because.reason()));
  }

  @PostMapping("/return")
  Done goBack(@PathVariable String kind, HttpServletRequest request) {
    var because = because(request);
    return done(desk.goBack(kind(kind), because.by(), because.reason()));
  }

  private Checked because(HttpServletRequest request) {
    var because = json.read(request, Because.class);
    return new Checked(PersonText.who("by", because.by()), PersonText.reason(because.reason()));
  }

  private record Checked(String by, String reason) {}

  private static Done done(ActResult result) {
    return switch (result) {
      case ActResult.Accepted(var act, var repeated) -> new Done(act, repeated);
      case ActResult.Refused(var why) -> throw new ProblemException(ProblemType.ACT_REFUSED, why);
    };
  }

  private static Kept kept(Document document, @Nullable String active, @Nullable String shadow) {
    var digest = document.digest();
    var standing = digest.equals(active) ? "active" : digest.equals(shadow) ? "shadow" : "";
    return new Kept(digest, document.version(), standing, document.storedBy(), document.storedAt());
  }

  private static DocumentKind kind(String word) {
    return DocumentKind.of(word).orElseThrow();
  }
}
