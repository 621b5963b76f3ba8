package org.sitewatch.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void lettersOfEveryScriptStay() {
    for (String name : new String[] {"Мөнх өлгий балгас", "البتراء", "吳哥窟", "𐎀𐎁", "a\u200Db"}) {
      assertEquals(name, PlainText.of(name));
    }
  }

  @Test
  void controlCharactersBecomeASpaceAndOverridesGo() {
    assertEquals("a b c", PlainText.of("\u0000a\r\n\tb\u2028c\u0085"));
    assertEquals("gnp.exe", PlainText.of("\u202Egnp.\u2066exe\u2069\u202C"));
    assertEquals("half here", PlainText.of("half\uD800here"));
  }
}
