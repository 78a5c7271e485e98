/// NetSuite: a verified client assertion for a token, SuiteQL, the invoice record and a pool of
/// concurrent calls. SuiteQL is executed by a real SQL engine over tables made from the stories, so
/// that a wrong query fails here as it would there.
@NullMarked
package dev.onboarding.sandbox.netsuite;

import org.jspecify.annotations.NullMarked;
