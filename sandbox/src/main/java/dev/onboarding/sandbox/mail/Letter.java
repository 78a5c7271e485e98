package dev.onboarding.sandbox.mail;

import dev.onboarding.sandbox.wire.Json;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message made readable: who, to whom, about what, as text and as HTML.
final class Letter {

  /// One for all messages: making one looks through the whole class path.
  private static final Session SESSION = Session.getInstance(new Properties());

  private Letter() {}

  static ObjectNode read(byte[] raw) throws MessagingException, IOException {
    var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    ObjectNode json = Json.object().put("message_id", message.getMessageID());
    addresses(json.putArray("from"), message.getFrom());
    addresses(json.putArray("to"), message.getRecipients(Message.RecipientType.TO));
    addresses(json.putArray("cc"), message.getRecipients(Message.RecipientType.CC));
    json.put("subject", message.getSubject());
    ObjectNode headers = json.putObject("headers");
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.put(header.getName(), header.getValue());
    }
    json.put("text", "").put("html", "");
    content(message, json);
    return json;
  }

  private static void content(Part part, ObjectNode json) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        content(parts.getBodyPart(i), json);
      }
    } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      json.withArray("attachments")
          .addObject()
          .put("name", part.getFileName())
          .put("type", part.getContentType());
    } else if (content instanceof String text) {
      json.put(part.isMimeType("text/html") ? "html" : "text", text);
    }
  }

  private static void addresses(ArrayNode list, Address @Nullable [] addresses) {
    if (addresses != null) {
      for (Address address : addresses) {
        list.add(
            address instanceof InternetAddress internet
                ? internet.getAddress()
                : address.toString());
      }
    }
  }
}
