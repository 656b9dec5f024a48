import type * as en from "@/messages/en/admin-limits";
import type { Same } from "@/messages/en/same";

export const adminLimits = {
  title: "Límites de frecuencia",
  lead: "Quién está bloqueado o ralentizado ahora mismo, por qué y hasta cuándo.",
  released: "Contador restablecido.",
  refused: {
    heading: "Bloqueados",
    table: "Límites que bloquean",
    empty: "Nadie está bloqueado",
    emptyHint: "Ahora mismo no se ha alcanzado ningún límite.",
  },
  slowed: {
    heading: "Ralentizados",
    lead: "Pueden continuar tras una comprobación contra bots, o tras un minuto de espera.",
    table: "Límites que ralentizan",
    empty: "Nadie está ralentizado",
    emptyHint: "Ahora mismo no se pide a nadie una comprobación contra bots.",
  },
  columns: {
    who: "Quién",
    limit: "Límite",
    reason: "Finalidad",
    since: "Desde",
    until: "Hasta",
    change: "Acción",
  },
  everybody: "Todos",
  whoFrom: "{who} desde {source}",
  release: "Restablecer<hidden> el de {who}</hidden>",
  releaseEverybody: "Restablecer<hidden> el de todos</hidden>",
  confirm: {
    metaTitle: "Restablecer un límite",
    title: "¿Restablecer un límite para {who}?",
    titleEverybody: "¿Restablecer un límite para todos?",
    count:
      "Esto restablece el contador de <code>{policy}</code>. {who} puede continuar ya, sin esperar hasta el {time}.",
    countEverybody:
      "Esto restablece el contador de <code>{policy}</code>. Todos pueden continuar ya, sin esperar hasta el {time}.",
    guards: "Finalidad: {reason}",
    others: "Los demás límites se quedan como están.",
    submit: "Restablecer el límite",
    pending: "Restableciendo…",
  },
  none: {
    title: "Nada que restablecer",
    lead: "Este límite ya no bloquea ni ralentiza a nadie.",
    all: "Todos los límites",
  },
  reasons: {
    send: {
      address: {
        short: "Protege un buzón de una avalancha de mensajes. Twilio también rechaza el sexto.",
        day: "Diez mensajes al día bastan para una persona olvidadiza, y son pocos para una víctima.",
      },
      mailbox: {
        short:
          "Cuenta un buzón con todas sus direcciones etiquetadas (nombre+1@). Permite más que para una dirección, porque hay familias que comparten buzón.",
        day: "El tope diario, para que las direcciones etiquetadas no multipliquen lo que recibe una víctima.",
      },
      pair: { hour: "Limita lo que un origen puede enviar a una dirección. «No he sido yo» lo agota de inmediato." },
      source: {
        short:
          "A partir del sexto intento, un origen necesita una comprobación contra bots. Una oficina tras una sola dirección puede continuar.",
        hour: "El tope para un origen, con comprobación contra bots o sin ella.",
      },
      network: {
        hour: "Limita a los atacantes que alquilan una red /24 o /48: todos sus orígenes comparten la cuota de cuatro.",
      },
      all: {
        day: "El presupuesto de la tienda para un día. Desde el 80 %, todos necesitan una comprobación contra bots.",
      },
      unknown: {
        short:
          "Sin un proxy de confianza, todos los visitantes comparten un contador. Su límite sirve para una tienda entera.",
        hour: "El tope del contador compartido. Prefiere bloquear a fiarse de una cabecera falsificada.",
      },
      known: {
        short:
          "Da a cada dispositivo de confianza su propia cuota, que otros visitantes no pueden agotar. Rige también el tope de Twilio.",
        day: "La cuota diaria de un dispositivo de confianza, para que un navegador robado no inunde a nadie.",
        mailbox: {
          day: "Limita lo que los dispositivos de confianza, las confirmaciones de identidad y los administradores pueden enviar a un buzón en un día, con cualquier etiqueta.",
        },
        address: {
          day: "Todas las cuotas de dispositivos de confianza de una cuenta juntas. Cada inicio de sesión puede añadir otro dispositivo.",
        },
        all: {
          day: "Un presupuesto aparte: un ataque que agota el de todos deja a los clientes el suyo.",
        },
      },
      ending: {
        short:
          "Limita las confirmaciones para cerrar sesiones, por cada sesión. Una sesión robada no puede agotar lo que su titular necesita para cerrarla. Rige también el tope de Twilio.",
        day: "El tope diario de cada sesión. Solo un nuevo inicio de sesión crea otra.",
      },
      stepup: {
        short:
          "Limita los códigos para confirmar la identidad de un usuario, en todas sus sesiones. Rige también el tope de Twilio.",
        day: "El tope diario, por usuario y no por sesión, porque cada inicio de sesión crea una.",
      },
      phone: {
        user: {
          day: "Limita los mensajes a teléfonos que puede causar un usuario, sea cual sea el número. Cada mensaje cuesta dinero.",
        },
        number: {
          short: "Protege un teléfono de una avalancha de mensajes de varias cuentas. Twilio también rechaza el sexto.",
          day: "El tope diario. Es bajo porque los mensajes pueden despertar a su dueño.",
        },
        prefix: {
          day: "Limita el bombeo de SMS por rango de números: diez mil números vecinos comparten esta cuota.",
        },
        all: {
          day: "El presupuesto de la tienda para mensajes a teléfonos en un día. Cuando se agota, los códigos por correo continúan.",
        },
      },
    },
    notice: {
      all: {
        day: "Cuenta los correos a los titulares sobre sus cuentas. Pasado el límite se siguen enviando, y el registro y la auditoría avisan al personal.",
      },
      user: {
        day: "Limita los correos sobre un cambio de idioma, que no pide confirmar la identidad. Así no pueden servir para ocultar otro aviso.",
      },
      address: {
        day: "Limita los correos de los administradores a una dirección: invitaciones y cambios. Una sesión de administrador robada no puede inundar un buzón.",
      },
      admin: {
        day: "Limita los correos de un administrador en un día, por si alguien se apodera de su navegador.",
      },
    },
    check: {
      identity: {
        hour: "Limita los códigos incorrectos para una identidad, en todas sus solicitudes y desde todos los orígenes.",
        day: "Deja la probabilidad de adivinar un código de seis dígitos en un 0,73 % al año bajo ataque constante. NIST 5.2.2 permite 100 intentos seguidos.",
      },
      pair: {
        hour: "Limita la parte de una red en los códigos incorrectos de una dirección, para que no pueda dejar fuera al titular ella sola.",
        day: "El tope diario: la mitad de lo que tiene la dirección.",
      },
      known: {
        hour: "Cuenta aparte los códigos incorrectos de un dispositivo de confianza, para que los intentos ajenos no dejen fuera a ningún cliente.",
        day: "La cuota diaria de un dispositivo de confianza.",
      },
      source: { hour: "Limita un origen que prueba un código en cada una de muchas identidades." },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
    },
    recover: {
      identity: {
        day: "Limita los códigos de recuperación probados para una identidad. Desde el sexto, cada uno necesita una comprobación contra bots. NIST pide un límite por debajo de 64 bits, y estos códigos tienen 120. El tope es alto para que ningún atacante deje fuera al titular.",
      },
      source: { hour: "Limita un origen que prueba códigos de recuperación, como con los códigos por correo." },
      network: { hour: "Limita su red /24 o /48: todos sus orígenes comparten la cuota de cuatro." },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
      known: { hour: "Da a cada dispositivo de confianza su propia cuota, que sus vecinos no pueden agotar." },
      session: {
        hour: "Limita los códigos de recuperación probados para una acción delicada, por sesión, para que una sesión robada no bloquee otra.",
      },
    },
    username: {
      request: {
        short:
          "Limita otros nombres y números en un mismo registro, para que nadie pueda hacer una lista de teléfonos con un solo buzón verificado.",
      },
      source: {
        hour: "Permite a los visitantes comprobar si un nombre de usuario está ocupado, pero no hacer una lista de todos.",
      },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
      user: {
        month:
          "Permite un cambio y otro para deshacerlo. Cambiar a menudo esconde a un usuario de quienes conocen el nombre anterior.",
      },
    },
    change: {
      user: {
        day: "Limita los cambios a otras direcciones y teléfonos. Cada uno escribe a un buzón o teléfono que puede ser de otra persona.",
      },
    },
    order: {
      user: {
        day: "Cada pedido retira artículos del estante hasta que el personal decide. Ningún hogar necesita tantos en un día.",
      },
    },
    payment: {
      user: {
        hour: "Cada pulsación pregunta a Stripe por la página de pago de un pedido. Quien paga no necesita tantas.",
      },
    },
    language: {
      user: {
        hour: "Cada cambio de idioma o de zona horaria añade una entrada al registro de auditoría. Nadie necesita tantos.",
      },
    },
    login: {
      user: {
        hour: "Limita los inicios de sesión con llave de acceso, contados tras una firma válida. Los atacantes no pueden agotarlos, y ningún programa puede llenar un buzón de avisos.",
        day: "El tope diario. Con un código por correo se puede seguir iniciando sesión.",
      },
    },
    confirm: {
      user: {
        hour: "Limita las acciones confirmadas con llave de acceso. Cada una añade una entrada al registro de auditoría.",
      },
    },
    end: {
      user: {
        hour: "Limita los cierres de sesiones con llave de acceso. Se cuenta aparte, para que nada más lo agote.",
      },
    },
    act: {
      user: {
        day: "Limita los códigos de recuperación nuevos, las llaves de acceso nuevas y las solicitudes de eliminación. Cada uno envía un correo al titular.",
      },
    },
    export: {
      staff: {
        day: "Limita los archivos que una persona exporta del panel en un día. Los demás administradores reciben un correo sobre cada uno.",
      },
      user: {
        day: "Limita las descargas de datos. Cada una lee todas las filas de la cuenta y envía un correo al titular.",
      },
    },
    rename: {
      session: {
        hour: "Limita los nombres nuevos de llaves de acceso. Cada uno añade una entrada al registro de auditoría.",
      },
    },
    bag: {
      source: {
        hour: "Limita las bolsas nuevas de visitantes de un mismo origen, para que nadie llene la tabla. Los socios no cuentan.",
      },
      network: { day: "Limita su red /24 o /48: todos sus orígenes comparten la cuota." },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
    },
    proof: {
      once: "Cada solución de una comprobación contra bots vale una vez. Se recuerda durante más tiempo del que dura la tarea.",
    },
    wait: {
      source: {
        short:
          "Esperar sustituye a la comprobación contra bots donde no hay JavaScript. Es más lento, y no permite esquivarla.",
      },
      unknown: { short: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
    },
    audit: {
      source: {
        hour: "Limita cuántas llaves de acceso rechazadas puede añadir un origen al registro de auditoría. Después se rechazan sin entrada.",
      },
      all: {
        hour: "Lo mismo para todos los orígenes juntos, para que muchos orígenes no puedan llenar el registro de auditoría.",
      },
      limit: {
        hour: "Un límite alcanzado añade una entrada por hora al registro de auditoría, por muchas peticiones que lo alcancen.",
      },
    },
  },
} satisfies Same<typeof en.adminLimits>;
