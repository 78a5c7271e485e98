/// How this server reaches DocuSign and proves whom it acts for: a signed statement, exchanged for
/// a short-lived token. Token host, signature API and agreements API are three addresses, because
/// DocuSign serves them from three hosts.
@NullMarked
package dev.onboarding.clm.connection;

import org.jspecify.annotations.NullMarked;
