import type { MailWords } from './words.ts';

/** No native speaker has read these words yet. */
export const SPANISH: MailWords = {
  confirmSubject: 'Mapa de incidentes de Minneapolis: ¿quiere recibir correos sobre cambios?',
  confirmAsked:
    'Alguien, quizá usted, pidió que este mapa escriba a esta dirección cuando cambie algo de lo que sigue.',
  confirmDo:
    'Si fue usted, mírelo y confírmelo en esta página, antes de que termine el día de mañana:',
  confirmIgnore:
    'Si no fue usted, no haga nada: no pasa nada, y esta dirección se borra después de mañana.',
  digestSubjectArea:
    'Mapa de incidentes de Minneapolis: {count, plural, one {# cambio} other {# cambios}} en la zona que sigue',
  digestSubject:
    'Mapa de incidentes de Minneapolis: {count, plural, one {# cambio} other {# cambios}} en lo que sigue',
  digestSubjectMany: 'Mapa de incidentes de Minneapolis: más de {count} cambios en lo que sigue',
  digestIntroduction:
    'Esto cambió en el mapa hasta el final de ayer, en lo que usted sigue. El mapa muestra quién dice qué y no decide sobre culpas. Los registros están en el idioma en que se escribieron.',
  added: 'Nuevo',
  updated: 'Actualizado',
  learned: 'Se supo más',
  withdrawnTitle: 'Se retiró un incidente',
  more: 'Cambió más de lo que aquí se enumera. Todo está en el mapa:',
  often: 'Llega como máximo un correo así al día, y ninguno si no cambió nada.',
  leave: 'Vea lo que sigue, o detenga estos correos y haga borrar su dirección:',
};
