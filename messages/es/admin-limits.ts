import type * as en from "@/messages/en/admin-limits";
import type { Same } from "@/messages/en/same";

export const adminLimits = {
  title: "Límites de frecuencia",
  lead: "A quién se bloquea o se frena en este momento, por qué y hasta cuándo.",
  released: "Contador restablecido.",
  refused: {
    heading: "Bloqueados",
    table: "Límites que bloquean",
    empty: "No se bloquea a nadie",
    emptyHint: "Ahora mismo no se ha alcanzado ningún límite.",
  },
  slowed: {
    heading: "Frenados",
    lead: "Pueden continuar tras una comprobación contra bots, o tras un minuto de espera.",
    table: "Límites que frenan",
    empty: "No se frena a nadie",
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
    lead: "Este límite ya no bloquea ni frena a nadie.",
    all: "Todos los límites",
  },
  reasons: {
    send: {
      address: {
        short: "Para no inundar el buzón de nadie; Twilio también rechaza el sexto mensaje.",
        day: "Diez mensajes al día bastan para una persona olvidadiza y son pocos para una víctima.",
      },
      mailbox: {
        short:
          "Un buzón con todas sus direcciones etiquetadas (nombre+1@): algo más que una dirección, porque hay familias que comparten buzón.",
        day: "El tope diario de lo mismo, para que las etiquetas no multipliquen lo que recibe una víctima.",
      },
      pair: { hour: "Lo que un origen puede enviar a una dirección; «No he sido yo» lo agota de inmediato." },
      source: {
        short:
          "A partir del sexto intento, un origen necesita una comprobación contra bots. Una oficina tras una sola dirección puede continuar.",
        hour: "El tope para un origen, con comprobación contra bots o sin ella.",
      },
      network: { hour: "Quien alquila una red /24 o /48 tiene muchos orígenes: comparten lo que toca a cuatro." },
      all: {
        day: "El presupuesto de la tienda para un día. Desde el 80 %, todos necesitan una comprobación contra bots.",
      },
      unknown: {
        short: "Sin un proxy de confianza todos comparten una cuenta, así que está pensada para una tienda entera.",
        hour: "El tope de la cuenta compartida; antes cierra que fiarse de una cabecera falsificada.",
      },
      known: {
        short:
          "Da a cada dispositivo de confianza su propia cuota, que otros visitantes no pueden agotar. Rige también el tope de Twilio.",
        day: "La cuota diaria de un dispositivo de confianza, para que un navegador robado no inunde a nadie.",
        mailbox: {
          day: "Lo que los dispositivos de confianza, las confirmaciones y los administradores pueden enviar a un buzón en un día, con cualquier etiqueta.",
        },
        address: {
          day: "Todas las cuotas de dispositivos de confianza de una cuenta juntas. Cada inicio de sesión puede añadir otro dispositivo.",
        },
        all: {
          day: "Un presupuesto aparte: un ataque que vacía el de todos deja a los clientes el suyo.",
        },
      },
      ending: {
        short:
          "Confirmar el cierre de sesiones, por cada sesión aparte: una robada no puede agotar lo que su dueño necesita para cerrarla. Rige el tope de Twilio.",
        day: "Su tope diario, por sesión: solo un nuevo inicio de sesión crea otra.",
      },
      stepup: {
        short: "Nuevas confirmaciones de identidad de un usuario, en todas sus sesiones; rige el tope de Twilio.",
        day: "Su tope diario, por usuario y no por sesión, pues cada inicio de sesión crea una.",
      },
      phone: {
        user: {
          day: "Mensajes a teléfonos que puede causar un usuario, sea cual sea el número: cada uno cuesta dinero.",
        },
        number: {
          short: "Para que varias cuentas no inunden un teléfono; Twilio también rechaza el sexto mensaje.",
          day: "Su tope diario: un teléfono despierta a su dueño, por eso son pocos.",
        },
        prefix: {
          day: "Limita el bombeo de SMS por rango de números: diez mil números vecinos comparten esta cuota.",
        },
        all: {
          day: "Lo que la tienda está dispuesta a pagar por teléfonos en un día; al gastarse, el correo sigue.",
        },
      },
    },
    notice: {
      all: {
        day: "Correos a los titulares sobre sus cuentas: pasado el límite se siguen enviando, y el registro y la auditoría avisan al personal.",
      },
      user: {
        day: "Correos sobre un cambio de idioma, que no pide confirmación: nadie entierra otro aviso debajo de ellos.",
      },
      address: {
        day: "Lo que los administradores envían a una dirección, invitaciones y cambios: ningún navegador suyo inunda un buzón.",
      },
      admin: {
        day: "Lo que un administrador envía en un día: quien tome su navegador no puede escribir con él a todo el mundo.",
      },
    },
    check: {
      identity: {
        hour: "Códigos incorrectos para una identidad, en todas sus solicitudes y desde todos los orígenes.",
        day: "Deja la probabilidad de adivinar un código de seis cifras en un 0,73 % al año bajo ataque constante; NIST 5.2.2 permitiría 100 seguidos.",
      },
      pair: {
        hour: "La parte de una red en los códigos incorrectos de una dirección: no puede agotarlos sola y dejar fuera a su dueño.",
        day: "Lo mismo para el día: la mitad de lo que tiene la dirección.",
      },
      known: {
        hour: "Cuenta aparte los códigos incorrectos de un dispositivo de confianza, para que los intentos ajenos no dejen fuera a ningún cliente.",
        day: "La cuota diaria de un dispositivo de confianza.",
      },
      source: { hour: "Un origen que prueba un código en cada una de muchas identidades." },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
    },
    recover: {
      identity: {
        day: "Limita los códigos de recuperación probados para una identidad. Desde el sexto, cada uno necesita una comprobación contra bots. NIST pide un límite por debajo de 64 bits, y estos códigos tienen 120. El tope es alto para que ningún atacante deje fuera al titular.",
      },
      source: { hour: "Un origen que prueba códigos de recuperación, como con los códigos del correo." },
      network: { hour: "Su red /24 o /48: comparten lo que toca a cuatro orígenes." },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
      known: { hour: "Da a cada dispositivo de confianza su propia cuota, que sus vecinos no pueden agotar." },
      session: {
        hour: "Códigos de recuperación probados para confirmar una acción: por sesión, para que una sesión robada no cierre otra.",
      },
    },
    username: {
      request: {
        short:
          "Otros nombres y números en un mismo registro: quien demuestra tener un buzón no hace una lista de teléfonos.",
      },
      source: {
        hour: "Se puede preguntar si un nombre de usuario está ocupado mientras se elige uno, no para hacer una lista de todos.",
      },
      unknown: { hour: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
      user: {
        month:
          "Un cambio y otro para deshacerlo: quien cambia mucho de nombre se esconde de quienes conocen el anterior.",
      },
    },
    change: {
      user: {
        day: "Nadie se muda a tantas direcciones y teléfonos; cada cambio escribe a un buzón o teléfono que puede ser ajeno.",
      },
    },
    language: {
      user: {
        hour: "Cada cambio de idioma o de zona horaria es una entrada del registro de auditoría; nadie prueba tantos.",
      },
    },
    login: {
      user: {
        hour: "Entradas con llave de acceso, tras una firma válida: ningún extraño las agota y ninguna máquina llena un buzón de avisos.",
        day: "El tope diario; un código por correo sigue abriendo la cuenta.",
      },
    },
    confirm: {
      user: {
        hour: "Acciones confirmadas con llave de acceso: cada una es una entrada del registro de auditoría, y nadie confirma una por minuto.",
      },
    },
    end: {
      user: {
        hour: "Confirmar con llave de acceso el cierre de sesiones: se cuenta aparte, para que nada más lo agote.",
      },
    },
    act: {
      user: {
        day: "Códigos de recuperación y llaves de acceso nuevos, y solicitudes de eliminación: cada uno envía un correo al titular.",
      },
    },
    export: {
      staff: {
        day: "Archivos que una persona exporta del panel en un día: cada uno se avisa por correo a los demás administradores.",
      },
      user: { day: "Descargar todos los datos lee cada fila de la cuenta y envía un correo al titular." },
    },
    rename: {
      session: {
        hour: "Cada nombre nuevo de una llave de acceso es una entrada del registro de auditoría; nadie tiene tantos nombres.",
      },
    },
    proof: {
      once: "Una solución vale una vez; se recuerda más de lo que dura el acertijo, y así no se repite ninguna.",
    },
    wait: {
      source: {
        short:
          "Donde no hay scripts, esperar sustituye al acertijo: más lento, no cerrado, y no es una forma de esquivarlo.",
      },
      unknown: { short: "Lo mismo para todos los visitantes sin dirección conocida, juntos." },
    },
    audit: {
      source: {
        hour: "Llaves de acceso rechazadas que un origen deja en el registro de auditoría; después se rechazan sin entrada.",
      },
      all: { hour: "Lo mismo para todos juntos: quien tiene muchos orígenes tampoco llena el registro." },
      limit: {
        hour: "Un límite alcanzado es una entrada por hora en el registro de auditoría, por muchas peticiones que den con él.",
      },
    },
  },
} satisfies Same<typeof en.adminLimits>;
