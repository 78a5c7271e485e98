package dev.onboarding.clm.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How contracts are recognised in this DocuSign account.
///
/// @param companyDomains e-mail domains of our own signers; who has another one, and not the role
///   `Company`, signs for the customer
/// @param lookBack how far back envelopes are searched for
/// @param parallel accounts of one batch that are read at the same time
@Validated
@ConfigurationProperties(prefix = "clm", ignoreUnknownFields = false)
record ClmProperties(
    @DefaultValue List<String> companyDomains,
    @DefaultValue Identity identity,
    @DefaultValue Fields fields,
    @DefaultValue("P7Y") Period lookBack,
    @Min(1) @Max(25) @DefaultValue("8") int parallel) {

  private static final String COMPANY_ROLE = "Company";

  ClmProperties {
    companyDomains =
        companyDomains.stream().map(domain -> domain.strip().toLowerCase(Locale.ROOT)).toList();
  }

  Side sideOf(@Nullable String email, @Nullable String role) {
    String domain =
        email == null ? "" : email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return companyDomains.contains(domain) || COMPANY_ROLE.equalsIgnoreCase(role)
        ? Side.COMPANY
        : Side.CUSTOMER;
  }

  /// How an account's envelopes are found.
  ///
  /// @param accountField the text field of an envelope that holds the account's Salesforce id
  /// @param first what is tried first; the other is tried for what that did not find
  record Identity(
      @NotBlank @DefaultValue("crmAccountId") String accountField,
      @DefaultValue("account-field") First first) {}

  /// A way of finding envelopes.
  enum First {
    /// By the field: also finds amendments, and what was sent again after it was voided.
    ACCOUNT_FIELD,
    /// By the id that the CRM names: right where envelopes carry no such field.
    ENVELOPE_ID
  }

  /// The text fields of an envelope that hold the term where no agreement does.
  record Fields(
      @NotBlank @DefaultValue("EffectiveDate") String effectiveDate,
      @NotBlank @DefaultValue("ExpiryDate") String expiryDate) {}
}
