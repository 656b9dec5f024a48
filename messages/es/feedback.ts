import type * as en from "@/messages/en/feedback";
import type { Same } from "@/messages/en/same";

export const feedback = {
  LOGIN_REQUIRED: "Inicia sesión para continuar.",
  FOREIGN_ORIGIN:
    "Este formulario venía de otro sitio, así que no se ha hecho nada. Abre la tienda e inténtalo de nuevo.",
  LOGGED_OUT: "Has cerrado la sesión.",
  LOGGED_OUT_EVERYWHERE: "Has cerrado la sesión aquí y en todos tus demás dispositivos.",
  CHALLENGE_ENDED: "Esa solicitud de código ha terminado. Escribe tu correo y te enviaremos un código nuevo.",
  CODE_EXPIRED: "Un código sirve durante 10 minutos. El tuyo ya no se puede usar, pero podemos enviarte uno nuevo.",
  CODE_TRIES_SPENT:
    "Era el quinto código incorrecto, así que esta solicitud está cerrada. Podemos enviarte un código nuevo.",
  STEP_UP_ENDED:
    "Ese código ya no se puede usar, así que no se ha hecho nada. Vuelve a pulsar el botón y te enviamos uno nuevo.",
  CHANGE_CODE_ENDED:
    "Ese código ya no se puede usar, así que no se ha cambiado nada. Confirma otra vez que eres tú: guardamos lo que escribiste.",
  REAUTHENTICATION_ENDED:
    "Han pasado los cinco minutos desde que confirmaste, así que no se ha hecho nada. Confirma otra vez e inténtalo de nuevo.",
  CHALLENGE_FINISHED: "Ese código ya se ha usado. Si no has iniciado sesión, pide un código nuevo.",
  CODE_REJECTED:
    "Ese código es incorrecto o ha caducado. Mira el mensaje más reciente o pide que te enviemos un código nuevo.",
  CODE_REPLACED:
    "Otra solicitud ha dejado sin validez tu código. Te hemos enviado uno nuevo: escribe el del mensaje más reciente.",
  CODE_VOID: "Otra solicitud ha dejado sin validez tu código. Pide uno nuevo y escribe ese.",
  CODE_MALFORMED: "El código tiene 6 dígitos. Está en el mensaje que te enviamos.",
  TOO_MANY_ATTEMPTS:
    "Era el quinto código incorrecto, así que esta solicitud está cerrada. Empieza de nuevo para recibir otro.",
  PROVIDER_UNAVAILABLE:
    "No hemos podido comprobar tu código en este momento. Sigue siendo válido: inténtalo de nuevo dentro de un momento.",
  PROVIDER_SILENT:
    "No hemos podido comprobar tu código en este momento. Inténtalo una vez más; si se rechaza, pide un código nuevo.",
  CODES_LATE:
    "Ahora mismo los códigos llegan con retraso. Estamos en ello. Espera un minuto y después pide un código nuevo.",
  MAIL_REFUSED:
    "El servidor de correo de esta dirección ha rechazado nuestro mensaje. Comprueba la dirección o usa otra.",
  PHONE_CODE_REJECTED:
    "Ese código es incorrecto o ha caducado. Mira el mensaje más reciente o pide que te enviemos un código nuevo.",
  PHONE_CODE_MALFORMED: "El código tiene 6 dígitos. Está en el mensaje que enviamos a tu teléfono.",
  PHONE_REFUSED:
    "No podemos enviar un SMS a este número. Vuelve atrás y usa otro, o sigue sin él: los códigos por correo continúan.",
  PHONE_CODE_SENT_AGAIN: "Estamos enviando el código otra vez. El mensaje anterior también sirve.",
  CODE_SENT_AGAIN: "Estamos enviando el código otra vez. El correo anterior también sirve.",
  CODE_BY_TEXT:
    "Si tu cuenta tiene un número de teléfono verificado, le estamos enviando un código por SMS. El código del correo también sirve.",
  CODE_BY_WHATSAPP:
    "Si tu cuenta tiene un número de teléfono verificado, le estamos enviando un código por WhatsApp. El código del correo también sirve.",
  CODE_BY_CALL:
    "Si tu cuenta tiene un número de teléfono verificado, lo estamos llamando para darte un código. El código del correo también sirve.",
  RESEND_TOO_EARLY: "Espera un poco antes de pedir otro mensaje.",
  USERNAME_TAKEN: "Este nombre de usuario ya está en uso. Elige otro.",
  PHONE_TAKEN: "Este número de teléfono pertenece a otra cuenta. Usa otro número.",
  USERNAME_UNCHANGED: "Ese ya es tu nombre de usuario.",
  USERNAME_CHANGES_SPENT:
    "Has cambiado tu nombre de usuario dos veces en treinta días. Hasta que pase ese plazo se queda como está.",
  USERNAME_CHANGED: "Tu nombre de usuario ha cambiado. El anterior queda libre para otros.",
  EMAIL_UNCHANGED: "Esa ya es tu dirección de correo.",
  MAIL_DOWN:
    "Los correos de la tienda no llegan en este momento, y hay que avisar del cambio a tu dirección anterior. No se ha cambiado nada. Inténtalo de nuevo dentro de unos minutos.",
  EMAIL_TAKEN: "Esta dirección tiene una cuenta propia, así que la tuya no se ha pasado a ella. Usa otra dirección.",
  OLD_EMAIL_REFUSED:
    "Tu correo no se ha cambiado: no se puede enviar ningún mensaje a la dirección de tu cuenta, y antes hay que avisarla. Escribe a la tienda.",
  EMAIL_KEPT:
    "Esta dirección era de otra cuenta hasta hace unos días y por ahora se le reserva. Usa otra dirección o vuelve dentro de una semana.",
  EMAIL_CHANGED:
    "Tu dirección de correo ha cambiado y hemos avisado a ambas direcciones. Lo que antes podía abrir tu cuenta todavía puede hacerlo.",
  EMAIL_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes escribir tu nueva dirección.",
  PROFILE_STEP_UP_NEEDED:
    "No se ha cambiado nada. Confirma antes con una llave de acceso: tu navegador la pide mediante JavaScript.",
  PHONE_UNCHANGED: "Ese ya es tu número de teléfono, y está verificado.",
  PHONE_UNREACHED: "No podemos enviar un SMS a este número, así que no se puede verificar. Se queda como está.",
  PHONE_SAVED:
    "Tu número de teléfono ha cambiado. No podemos enviar un SMS a este número, así que queda sin verificar.",
  PHONE_CHANGED: "Tu número de teléfono está verificado.",
  PHONE_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes escribir tu número de teléfono.",
  ACCOUNT_DISABLED: "Esta cuenta está cerrada. Si crees que es un error, escribe a la tienda.",
  SHOP_UNAVAILABLE:
    "La tienda no puede acceder a sus datos en este momento. No se ha cambiado nada. Inténtalo de nuevo dentro de un minuto.",
  STEP_UP_DONE: "Confirmado. Vuelve a pulsar lo que querías hacer en los próximos cinco minutos.",
  SESSION_ENDED: "Esa sesión está cerrada. Ya no da acceso a nada tuyo.",
  SESSION_GONE: "Esa sesión ya había terminado.",
  OTHER_SESSIONS_ENDED: "Has cerrado la sesión en todas partes menos aquí.",
  PASSKEY_REFUSED: "Con esta llave de acceso no se ha podido entrar. Inténtalo de nuevo o inicia sesión con un código.",
  PASSKEY_NOT_ASKED:
    "Tu navegador no ha entregado ninguna llave de acceso. Inténtalo de nuevo o inicia sesión con un código.",
  PASSKEYS_UNSUPPORTED: "Este navegador no admite llaves de acceso. Inicia sesión con un código o usa otro navegador.",
  PASSKEY_STEP_UP_REFUSED:
    "Esta llave de acceso no lo ha confirmado, así que no se ha hecho nada. Usa una de las tuyas e inténtalo de nuevo.",
  PASSKEY_STEP_UP_NEEDED:
    "No se ha cambiado nada. Confirma antes con una llave de acceso: tu navegador la pide mediante JavaScript.",
  PASSKEY_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes añadir una llave de acceso.",
  PASSKEY_REMOVAL_CONFIRMED:
    "Confirmado. Durante los próximos cinco minutos puedes quitar una llave de acceso pulsando una sola vez.",
  PASSKEY_ADDED: "Tu llave de acceso está añadida. Desde ahora puedes iniciar sesión con ella.",
  PASSKEY_REMOVED:
    "La llave de acceso se ha quitado y ya no da acceso a nada. Las sesiones iniciadas con ella continúan: si no tienes su dispositivo en tus manos, cierra la sesión en todas partes.",
  PASSKEY_RENAMED: "La llave de acceso tiene su nuevo nombre.",
  LAST_PASSKEY:
    "Es la única llave de acceso que te funciona, y los códigos están desactivados. No se ha quitado nada. Activa antes los códigos y quítala después.",
  CODES_OFF:
    "Los códigos están desactivados. A partir de ahora inicias sesión con una llave de acceso o con un código de recuperación.",
  CODES_ON: "Los códigos están activados. Puedes volver a iniciar sesión con un código del correo.",
  PASSKEY_NAME_INVALID: "Ese nombre no sirve para una llave de acceso. Usa de 1 a 60 caracteres.",
  PASSKEY_NOT_MADE: "No se ha añadido ninguna llave de acceso. Inténtalo de nuevo y haz lo que pida tu navegador.",
  PASSKEY_LEFT_ON_DEVICE:
    "No se ha podido contactar con la tienda después de que tu dispositivo creara una llave de acceso. Vuelve a cargar esta página. Si la llave no está en la lista, elimínala de tu dispositivo y añade otra.",
  PASSKEY_KNOWN: "Este dispositivo ya tiene una llave de acceso para tu cuenta.",
  TOO_MANY_PASSKEYS: "Tienes veinte llaves de acceso, que es el máximo. Quita una antes.",
  RECOVERY_REFUSED:
    "Este correo y este código de recuperación no van juntos, o el código ya se había usado. Comprueba ambos o entra de otra forma.",
  RECOVERY_CODE_MALFORMED: "Un código de recuperación tiene 24 letras y dígitos, en seis grupos de cuatro.",
  RECOVERY_STEP_UP_REFUSED:
    "Este no es ninguno de tus códigos de recuperación, o ya se había usado. No se ha confirmado nada. Prueba con otro de tu lista.",
  RECOVERY_CODES_CONFIRMED:
    "Confirmado. Durante los próximos cinco minutos puedes crear códigos de recuperación pulsando una sola vez. Ten a mano papel o una impresora: se muestran una única vez.",
  RECOVERY_CODES_NEED_PASSKEY:
    "No se ha creado ningún código. Confirma antes con una llave de acceso: tu navegador la pide mediante JavaScript.",
  RECOVERY_FILE_REFUSED:
    "Estos no son tus códigos de recuperación actuales, así que no hay archivo. Crea códigos nuevos.",
  EXPORT_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes descargar tus datos pulsando una sola vez.",
  EXPORT_STEP_UP_NEEDED:
    "No se ha descargado nada: confirma antes que eres tú y pulsa «Descargar» en los cinco minutos siguientes.",
  DELETION_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes eliminar tu cuenta pulsando una sola vez.",
  DELETION_ASKED:
    "Tu cuenta está cerrada y se eliminará dentro de siete días. Te enviamos por correo un enlace para conservarla; al iniciar sesión también te lo preguntaremos.",
  DELETION_NEEDS_PASSKEY:
    "Un administrador se da de baja con una llave de acceso, para que nadie pueda hacerlo con su buzón. Pide a otro administrador que restablezca tus llaves de acceso o que elimine tu cuenta.",
  LAST_ADMIN:
    "Eres el único administrador de esta tienda, así que no se ha hecho nada. Nombra antes administrador a otra persona.",
  RECOVERY_LOGIN:
    "Has iniciado sesión. Ese código de recuperación ya está usado. Si ya no puedes leer nuestros correos, añade una llave de acceso y cambia tu dirección de correo antes de quedarte sin códigos.",
  HAD_ACCOUNT: "Ya tenías una cuenta con este correo, así que hemos iniciado tu sesión.",
} satisfies Same<typeof en.feedback>;

export const failures = {
  heading: "No se ha podido crear esta página.",
  lead: "Algo ha fallado por nuestra parte, no por la tuya. Nada de lo que escribiste se ha enviado dos veces. Inténtalo de nuevo en un momento; si sigue fallando, vuelve más tarde.",
  retry: "Intentar de nuevo",
  outdatedHeading: "Esta página es anterior a una actualización.",
  outdatedLead:
    "La tienda se actualizó mientras la tenías abierta. No se ha enviado nada. Vuelve a cargarla y rellénala otra vez.",
  unreachedHeading: "No se ha podido contactar con la tienda.",
  unreachedLead:
    "Puede que se haya cortado tu conexión. Vuelve a cargar esta página cuando la recuperes y, antes de repetirlo, comprueba si lo que enviaste ha llegado.",
  reload: "Volver a cargar",
  toStorefront: "Ir a la tienda",
  number: "Si nos escribes, menciona el número {digest}.",
} satisfies Same<typeof en.failures>;

export const plainPages = {
  toWindow: "Ir al escaparate",
  busy: {
    title: "Un momento, por favor",
    minutes:
      "Ha habido demasiados intentos, así que esto queda cerrado un rato. Vuelve a intentarlo en {minutes, plural, one {# minuto} other {# minutos}}, a partir de las {time}.",
    hours:
      "Ha habido demasiados intentos, así que esto queda cerrado un rato. Vuelve a intentarlo en {hours, plural, one {# hora} other {# horas}}, a partir de las {time}.",
    toLogin: "Volver al inicio de sesión",
    toRegistration: "Volver al registro",
    toCode: "Volver a tu código",
    toSessions: "Volver a tus sesiones",
    toPasskeys: "Volver a tus llaves de acceso",
    toRecoveryCodes: "Volver a tus códigos de recuperación",
    toUsername: "Volver a tu nombre de usuario",
    toEmail: "Volver a tu dirección de correo",
    toPhone: "Volver a tu número de teléfono",
    toLanguage: "Volver a tu idioma y zona horaria",
    toData: "Volver a tus datos",
    toDeletion: "Volver a la eliminación de tu cuenta",
  },
  unavailableTitle: "Volvemos en un momento",
  wrongMethod: {
    title: "Así no",
    sentence: "La tienda no responde a solicitudes de este tipo. No se ha cambiado nada.",
  },
  wrongAddress: {
    title: "No hay nada en esta dirección",
    sentence: "Esta dirección tiene caracteres que no tiene ninguna página de la tienda. Revísala, o empieza de nuevo.",
  },
  nothingHere: "No hay nada en esta dirección.",
  outdatedForm:
    "La tienda se actualizó mientras tenías abierta esta página, así que no se ha enviado nada. Lo que escribiste sigue aquí: vuelve a enviarlo.",
  tooLargeTitle: "Demasiado largo",
  tooLarge:
    "Es más de lo que admite la tienda, así que no se ha enviado nada. Vuelve atrás, acorta lo que has escrito e inténtalo de nuevo.",
} satisfies Same<typeof en.plainPages>;
