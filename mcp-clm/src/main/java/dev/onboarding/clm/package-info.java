/// The MCP server in front of DocuSign: it reads what is signed with an account and changes
/// nothing. It stands alone so that the credentials and the limits of DocuSign are known in one
/// process only.
@NullMarked
package dev.onboarding.clm;

import org.jspecify.annotations.NullMarked;
