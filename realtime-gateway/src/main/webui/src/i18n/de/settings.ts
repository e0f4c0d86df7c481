export default {
  presence: {
    title: 'Deine Anwesenheit',
    label: 'Wie du anderen erscheinst',
    hints: {
      ONLINE: 'solange du hier bist',
      AWAY: 'hier, aber vielleicht nicht am Bildschirm',
      BUSY: 'bitte nicht stören',
      INVISIBLE: 'für andere bist du offline',
    },
  },
  invitations: {
    title: 'Einladungen',
    label: 'Wessen Einladungen du sehen möchtest',
    from: { anyone: 'Von allen', sharedGroups: 'Von Leuten aus meinen Gruppen', nobody: 'Von niemandem' },
    hints: {
      anyone: 'jede Person kann dich einladen',
      sharedGroups: 'nur wer mit dir in einer Gruppe ist',
      nobody: 'niemand erfährt, dass du Einladungen nicht siehst',
    },
  },
  blocks: {
    title: 'Blockiert',
    none: 'Du hast niemanden blockiert. Das kannst du, wenn du eine Einladung ablehnst.',
    since: 'Blockiert',
    group: 'Eine Gruppe, die du nicht sehen kannst',
    unblock: 'Freigeben',
    unblockOf: '{{name}} freigeben',
  },
  appearance: {
    title: 'Sprache und Farben',
    language: 'Sprache',
    theme: 'Farben',
    themes: { system: 'Wie im System', light: 'Hell', dark: 'Dunkel' },
  },
  data: {
    title: 'Deine Daten',
    exportText: 'Alles, was bei den Gruppen über dich gespeichert ist, als Datei.',
    export: 'Deine Daten herunterladen',
    eraseText: 'Du kannst dein Konto und alles über dich vergessen lassen.',
    erase: 'Konto löschen …',
    eraseTitle: 'Dein Konto löschen?',
    eraseWarning:
      'Du verlässt alle Gruppen. Wo du die letzte Inhaberin oder der letzte Inhaber bist, übernimmt das dienstälteste Mitglied mit der höchsten Rolle; eine Gruppe, in der nur du bist, wird gelöscht. Deine Einladungen und Anfragen werden zurückgezogen, und dein Name verschwindet. Das lässt sich nicht rückgängig machen.',
    typeName: 'Gib zur Bestätigung deinen Benutzernamen „{{name}}“ ein',
    eraseForGood: 'Endgültig löschen',
  },
};
