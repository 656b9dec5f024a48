import { expect, it } from "vitest";
import { suggestEmail } from "./suggest-email";

it.each([
  ["gmial.com", "gmail.com"],
  ["gmai.com", "gmail.com"],
  ["gmail.co", "gmail.com"],
  ["gmail.con", "gmail.com"],
  ["gamil.com", "gmail.com"],
  ["gnail.com", "gmail.com"],
  ["gmail.cm", "gmail.com"],
  ["gmail.comm", "gmail.com"],
  ["hotmial.com", "hotmail.com"],
  ["hotmal.com", "hotmail.com"],
  ["hotmail.con", "hotmail.com"],
  ["yaho.com", "yahoo.com"],
  ["yahoo.co", "yahoo.com"],
  ["outlok.com", "outlook.com"],
  ["iclould.com", "icloud.com"],
  ["protonmai.com", "protonmail.com"],
  ["t-onlin.de", "t-online.de"],
  ["web.d", "web.de"],
  ["gmx.d", "gmx.de"],
])("offers for %s the address at %s", (typed, meant) => {
  expect(suggestEmail(`ada.b+shop@${typed}`)).toBe(`ada.b+shop@${meant}`);
});

// The largest providers' own domains, smaller ones, and companies near to a large one.
it.each(
  `gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com me.com mac.com aol.com msn.com live.com gmx.de
   gmx.net gmx.at gmx.ch gmx.es web.de t-online.de t-online.hu proton.me pm.me protonmail.ch ymail.com mail.com
   email.com rocketmail.com fastmail.com foxmail.com hotmail.es hotmail.fr hotmail.com.ar hotmail.ch outlook.es
   outlook.sa outlook.com.br live.nl live.com.mx yahoo.es yahoo.co.uk yahoo.com.mx yahoo.com.ar maktoob.com mail.ru
   yandex.com laposte.net orange.es movistar.es telefonica.net posteo.de mailbox.org tuta.io hey.com duck.com
   gail.com sail.com ail.com love.com cloud.com lookout.com cox.net usa.com online.de freenet.de uni-koeln.de ucm.es
   ksu.edu.sa example.com myshop.example`.split(/\s+/),
)("is silent for %s", (domain) => {
  expect(suggestEmail(`ada@${domain}`)).toBeNull();
});
