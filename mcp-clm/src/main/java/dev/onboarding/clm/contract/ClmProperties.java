package dev.onboarding.clm.contract;

import dev.onboarding.model.AccountReference;
import jakarta.validation.Valid;
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
/// @param sweep when many accounts are read together
@Validated
@ConfigurationProperties(prefix = "clm", ignoreUnknownFields = false)
record ClmProperties(
    @DefaultValue List<String> companyDomains,
    @DefaultValue Identity identity,
    @DefaultValue Fields fields,
    @DefaultValue("P7Y") Period lookBack,
    @Min(1) @Max(25) @DefaultValue("8") int parallel,
    @Valid @DefaultValue Sweep sweep) {

  private static final String COMPANY_ROLE = "Company";
  private static final int SHORT_ID = 15;

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
  /// @param accountField the text field of an envelope that names its account
  /// @param value what that field holds
  /// @param first what is tried first; the other is tried for what that did not find
  record Identity(
      @NotBlank @DefaultValue("crmAccountId") String accountField,
      @DefaultValue("account-id") Value value,
      @DefaultValue("account-field") First first) {

    /// What the envelopes of an account carry in `accountField`, the first that finds any counting:
    /// a Salesforce id may have been written with 18 characters or with 15.
    List<String> keysOf(AccountKey account) {
      String external = account.externalKey();
      if (value == Value.EXTERNAL_KEY && external != null) {
        return List.of(external);
      }
      String id = account.accountId();
      return new AccountReference(id).isSalesforceId()
          ? List.of(id, id.substring(0, SHORT_ID))
          : List.of(id);
    }
  }

  /// What names an account in DocuSign.
  enum Value {
    /// Its Salesforce id, in either form.
    ACCOUNT_ID,
    /// Its external key; its Salesforce id when it has none.
    EXTERNAL_KEY
  }

  /// A way of finding envelopes.
  enum First {
    /// By the field: also finds amendments, and what was sent again after it was voided.
    ACCOUNT_FIELD,
    /// By the id that the CRM names: right where envelopes carry no such field.
    ENVELOPE_ID
  }

  /// When the envelopes of many accounts are read as pages of all envelopes: exactly what one
  /// search for each account finds, in fewer calls.
  ///
  /// @param fromAccounts with fewer accounts, each is searched for by itself
  /// @param mostPages where all envelopes since the look-back fill more pages of a thousand, the
  ///   envelope that the CRM names is taken for the account's, and only accounts without one, or
  ///   without one alive, are searched for; 0 searches for each account always
  record Sweep(
      @Min(2) @DefaultValue("20") int fromAccounts,
      @Min(0) @Max(10) @DefaultValue("4") int mostPages) {}

  /// The text fields of an envelope that hold the term where no agreement does.
  record Fields(
      @NotBlank @DefaultValue("EffectiveDate") String effectiveDate,
      @NotBlank @DefaultValue("ExpiryDate") String expiryDate) {}
}
