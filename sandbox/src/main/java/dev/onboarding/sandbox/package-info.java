/// The outside world, simulated on the wire: Salesforce, NetSuite, DocuSign, a tenant provisioner,
/// Slack and a mail server. It is written from the vendors' contracts and depends on nothing of the
/// system that it is there to try.
@NullMarked
package dev.onboarding.sandbox;

import org.jspecify.annotations.NullMarked;
