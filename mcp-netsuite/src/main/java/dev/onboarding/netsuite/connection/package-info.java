/// How this server reaches NetSuite and proves who it is: a signed assertion, exchanged for a
/// short-lived token. The private key is read when it is needed and never leaves this package.
@NullMarked
package dev.onboarding.netsuite.connection;

import org.jspecify.annotations.NullMarked;
