import type * as en from "@/messages/en/mails";
import type { Same } from "@/messages/en/same";

export const mails = {
  logIn: "Iniciar sesión",
  notMe: "No he sido yo",
  ifYou: "Si has sido tú, no tienes que hacer nada.",
  noMore:
    "Este es el tercer correo de este tipo en una hora, y no enviamos más de tres. Para verlo todo, inicia sesión y revisa tus sesiones.",
  ifAsked: "Si lo pediste tú, no tienes que hacer nada.",
  writeAtOnce: "Si no lo pediste, escribe a la tienda cuanto antes.",
} satisfies Same<typeof en.mails>;

export const codeMail = {
  isYourCode: "es tu código de {shop}",
  isYourOneTimeCode: "es tu código de un solo uso para {domain}.",
  heading: "Este es tu código de un solo uso.",
  confirms: "Este código confirma: {act}.",
  life: "Sirve durante {minutes, plural, one {# minuto} other {# minutos}} y una sola vez.",
  where: "Escríbelo en {domain} y en ningún otro sitio.",
  never: "{shop} nunca te lo pedirá por teléfono, chat ni correo.",
  fillIn: "Rellenar el código por mí",
  fillInHow: "Funciona en el navegador que pidió el código. Solo rellena el código: tú pulsas Verificar.",
  fillInByLink: "Rellénalo con este enlace, en el navegador que lo pidió (Verificar lo pulsas tú):",
  askedFrom: "Pedido desde",
  when: "Cuándo",
  ifNot: "¿No has sido tú? No tienes que hacer nada: sin este código nadie puede iniciar sesión. No lo compartas.",
  end: "Para cancelar la solicitud ahora mismo:",
  endByLink: "Para cancelar la solicitud ahora mismo, abre «No he sido yo»:",
  why: "Enviado porque alguien escribió esta dirección en {domain}.",
} satisfies Same<typeof en.codeMail>;

export const securityMails = {
  newBrowser: {
    subject: "Nuevo inicio de sesión en {shop}: {device}",
    heading: "Nuevo inicio de sesión en tu cuenta",
    what: "Alguien ha iniciado sesión en tu cuenta de {shop} ({domain}) desde un navegador nuevo: {device}, {time}.",
    ifNot: "Si no has sido tú, cierra esa sesión. El enlace abre una página con un solo botón.",
  },
  wrongCodes: {
    heading: "Inicio de sesión tras códigos incorrectos",
    what: "Alguien ha iniciado sesión en tu cuenta de {shop} ({domain}) tras varios códigos incorrectos: {device}, {time}.",
  },
  passkey: {
    added: {
      heading: "Se ha añadido una llave de acceso",
      what: "Se ha añadido una llave de acceso a tu cuenta de {shop} ({domain}): {device}, {time}. Quien la tenga puede iniciar sesión en tu cuenta sin código.",
      ifNot: "Si no has sido tú, quítala y cierra todas las sesiones. El enlace abre una página con un solo botón.",
    },
    removed: {
      heading: "Se ha quitado una llave de acceso",
      what: "Se ha quitado una llave de acceso de tu cuenta de {shop} ({domain}): {device}, {time}. Ya no sirve.",
      ifNot:
        "Si no has sido tú, cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón.",
    },
    copied: {
      heading: "Se ha bloqueado una llave de acceso",
      what: "Puede que alguien haya clonado una llave de acceso de tu cuenta de {shop} ({domain}): {device}, {time}. La hemos rechazado, y ya no sirve.",
      ifNot:
        "Puede que alguien tenga una copia de tu llave de acceso. El enlace abre una página con un solo botón, que la quita y cierra todas las sesiones, también la tuya. Después inicia sesión y añade una llave de acceso nueva.",
    },
  },
  profile: {
    what: "Se ha hecho en tu cuenta de {shop} ({domain}): {device}, {time}.",
    username: {
      heading: "Tu nombre de usuario ha cambiado",
      ifNot:
        "Si no has sido tú, cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón. Después inicia sesión y elige otro nombre de usuario.",
    },
    phone: {
      heading: "Tu número de teléfono ha cambiado",
      ifNot:
        "Si no has sido tú, usa el enlace. Cierra la sesión del navegador que lo hizo, y el número que verificó deja de estar verificado. Abre una página con un solo botón. Después inicia sesión y pon tu propio número.",
    },
    language: {
      heading: "Tu idioma ha cambiado",
      ifNot:
        "Este es el último correo en tu idioma anterior. Si no has sido tú, cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón. Después inicia sesión y elige tu idioma.",
    },
    codesOff: {
      heading: "Se han desactivado los códigos de tu cuenta",
      ifNot:
        "A partir de ahora necesitas una llave de acceso o un código de recuperación para iniciar sesión. Si no has sido tú, cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón. También quita la llave de acceso que se añadió o se usó en ese navegador. Si después no puedes entrar, escribe a la tienda.",
    },
    codesOn: {
      heading: "Se han activado los códigos de tu cuenta",
      ifNot:
        "Vuelves a poder iniciar sesión con un código de este buzón. Si no has sido tú, cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón. Después inicia sesión y desactiva los códigos.",
    },
    data: {
      heading: "Se han descargado tus datos",
      ifNot:
        "Si no has sido tú, alguien tiene lo que la tienda sabe de ti: tus direcciones, tu número y dónde habías iniciado sesión. Cierra la sesión del navegador que lo hizo. El enlace abre una página con un solo botón.",
    },
    phoneVerified: {
      heading: "Tu número de teléfono se ha verificado",
      ifNot:
        "Si no has sido tú, usa el enlace. Cierra la sesión del navegador que lo hizo, y el número deja de estar verificado. Abre una página con un solo botón. Después inicia sesión y comprueba que el número es tuyo.",
    },
  },
  recoveryCodes: {
    ifNot:
      "Si no has sido tú, cierra la sesión de ese navegador. El enlace abre una página con un solo botón. Tus códigos de recuperación dejarán de servir: crea otros nuevos.",
    made: {
      heading: "Se han creado códigos de recuperación nuevos",
      what: "Se han creado diez códigos de recuperación para tu cuenta de {shop} ({domain}): {device}, {time}. Con cada uno se inicia sesión una vez sin un código de este buzón. Los anteriores ya no sirven.",
    },
    login: {
      heading: "Se ha usado un código de recuperación",
      what: "Alguien ha iniciado sesión en tu cuenta de {shop} ({domain}) con uno de tus códigos de recuperación: {device}, {time}.",
    },
    confirmation: {
      heading: "Se ha usado un código de recuperación",
      what: "Alguien con la sesión iniciada en tu cuenta de {shop} ({domain}) ha confirmado un cambio con uno de tus códigos de recuperación: {device}, {time}.",
    },
  },
  addressLeft: {
    heading: "Tu dirección de correo ha cambiado",
    what: "Tu cuenta de {shop} ({domain}) tiene ahora la dirección {address}: {device}, {time}. Los códigos se envían allí a partir de ahora, y ya no puedes iniciar sesión con esta dirección.",
    ifNot:
      "Si no has sido tú, el enlace devuelve tu cuenta a esta dirección y cierra todas las sesiones, aunque se haya cambiado algo desde entonces. Abre una página con un solo botón y funciona durante siete días. Mientras tanto, nadie más puede registrarse con esta dirección.",
  },
  addressAdded: {
    heading: "Esta es ahora la dirección de tu cuenta",
    what: "Tu cuenta de {shop} ({domain}) tiene ahora esta dirección de correo: {device}, {time}. Los códigos llegan aquí a partir de ahora.",
    others:
      "Otros navegadores, llaves de acceso, códigos de recuperación y tu teléfono todavía dan acceso a tu cuenta. Tu cuenta lo muestra todo para que quites lo que no sea tuyo.",
    ifNot:
      "Si no has sido tú, el enlace retira la cuenta de esta dirección. Abre una página con un solo botón y funciona durante siete días.",
  },
  addressRestored: {
    heading: "Tu cuenta vuelve a tener esta dirección",
    what: "El cambio de dirección de correo de tu cuenta de {shop} ({domain}) se ha deshecho con el enlace que enviamos: {device}, {time}.",
    gone: "Se han cerrado todas las sesiones. Hemos quitado las llaves de acceso añadidas desde el cambio o en la semana anterior. Un número de teléfono verificado en ese tiempo ya no está verificado. Si en ese tiempo se crearon o se usaron códigos de recuperación, ya no sirve ninguno.",
    look: "Inicia sesión y revisa tus llaves de acceso y tu número de teléfono. Si fue otra persona quien cambió la dirección, tenía un código de este buzón, uno de tus dispositivos o una llave de acceso. Cambia la contraseña de tu correo electrónico y quita las llaves de acceso que no tengas tú.",
    ifNot: "Si no lo deshiciste tú, otra persona lee este buzón: escribe a la tienda.",
  },
  addressTakenBack: {
    heading: "Esta dirección ya no se usa",
    what: "Una cuenta de {shop} ({domain}) que se había pasado a esta dirección ha vuelto a la que tenía antes: {device}, {time}. Nadie puede iniciar sesión en ella con esta dirección.",
    ifYou: "Si has sido tú, no tienes que hacer nada.",
    ifNot:
      "Si la cuenta es tuya y no querías esto, escribe a la tienda: alguien tenía el enlace que enviamos a la dirección anterior.",
  },
} satisfies Same<typeof en.securityMails>;

export const accountMails = {
  welcome: {
    subject: "Te damos la bienvenida a {shop}",
    heading: "Hola, {username}",
    ready:
      "Tu cuenta de {shop} está lista, sin contraseñas que recordar. Cada vez que inicies sesión, te enviaremos un código a esta dirección.",
    members: "Los socios pagan menos por todo en la tienda, y algunas piezas son solo para ellos.",
    link: "Ver lo que ven los socios",
  },
  invitation: {
    subject: "{shop} ha creado una cuenta para ti",
    heading: "{shop} te invita",
    made: "{shop} ({domain}) ha creado una cuenta para esta dirección de correo, con el nombre de usuario {username}.",
    noPassword: "No hay contraseña: inicia sesión con esta dirección y te enviaremos un código.",
    ifUnwanted: "Si no quieres la cuenta, no tienes que hacer nada. Sin un código de este buzón, nadie puede usarla.",
  },
  noAccount: {
    subject: "No hay ninguna cuenta de {shop} con esta dirección",
    heading: "No hay ninguna cuenta con esta dirección",
    asked:
      "Alguien ha pedido iniciar sesión en {shop} ({domain}) con esta dirección de correo desde {device}. Aquí no hay ninguna cuenta que se pueda usar con ella, así que no hemos enviado ningún código.",
    ifYou: "Si has sido tú, quizá te registraste con otra dirección o todavía no te has registrado.",
    ifNot: "Si no has sido tú, no tienes que hacer nada.",
    link: "Crear cuenta",
  },
  codesOff: {
    heading: "Los códigos de tu cuenta están desactivados",
    asked:
      "Alguien ha pedido a {shop} ({domain}) un código para iniciar sesión con esta dirección de correo desde {device}. Has desactivado los códigos, así que no hemos enviado ninguno.",
    ifYou: "Si has sido tú, inicia sesión con tu llave de acceso. Si la has perdido, usa un código de recuperación.",
    ifNot: "Si no has sido tú, no tienes que hacer nada. Nadie entra solo con este buzón.",
    login: "Iniciar sesión con una llave de acceso",
    recovery: "Usar un código de recuperación",
  },
  deletion: {
    heading: "Tu cuenta se va a eliminar",
    asked:
      "Has pedido que se elimine tu cuenta de {shop} ({domain}): {device}, {time}. Ya está cerrada y se ha cerrado la sesión en todos los navegadores.",
    due: "El {due}, o en el día siguiente, eliminaremos para siempre tus datos, tus llaves de acceso y todo lo demás, salvo los pedidos que la ley fiscal nos obliga a conservar. Nadie podrá recuperarlos.",
    keep: "Hasta entonces puedes conservarla. Usa el enlace, que abre una página con un solo botón, o inicia sesión.",
    ifNot:
      "Si no has sido tú, conserva la cuenta, inicia sesión y revisa tus llaves de acceso. Quien lo hizo tenía un código de este buzón, una llave de acceso o uno de tus códigos de recuperación: cambia la contraseña de tu correo electrónico y crea códigos de recuperación nuevos.",
    link: "Conservar mi cuenta",
  },
  kept: {
    heading: "Tu cuenta se conserva",
    pressed:
      "Tu cuenta de {shop} ({domain}) no se eliminará. Alguien ha pulsado el botón para conservarla: {device}, {time}.",
    ifYou: "Si has sido tú, inicia sesión como siempre. Puedes volver a pedir que se elimine cuando quieras.",
    ifNot:
      "Si no has sido tú, otra persona lee este buzón o tiene una de tus llaves de acceso. Inicia sesión, quita las llaves de acceso que no tengas tú y vuelve a pedir la eliminación.",
  },
  deleted: {
    heading: "Tu cuenta se ha eliminado",
    done: "La tienda eliminó la cuenta {username} de {shop} ({domain}) el {time}, con todo lo que contenía salvo los pedidos que la ley fiscal nos obliga a conservar.",
    ifNot: "Si no lo pediste, escribe a la tienda.",
  },
} satisfies Same<typeof en.accountMails>;
