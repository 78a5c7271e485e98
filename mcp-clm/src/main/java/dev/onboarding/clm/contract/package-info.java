/// The contracts of an account: how they are found, what they become, and the tools that hand them
/// out. Status and signatures come from the envelope and the terms from the agreement, because no
/// single part of DocuSign knows both.
@NullMarked
package dev.onboarding.clm.contract;

import org.jspecify.annotations.NullMarked;
