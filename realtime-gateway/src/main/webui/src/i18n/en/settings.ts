export default {
  presence: {
    title: 'Your presence',
    label: 'How you appear to others',
    hints: {
      ONLINE: 'as long as you are here',
      AWAY: 'here, but perhaps not looking',
      BUSY: 'please do not disturb',
      INVISIBLE: 'to others you are offline',
    },
  },
  invitations: {
    title: 'Invitations',
    label: 'Whose invitations you want to see',
    from: { anyone: 'Anyone', sharedGroups: 'People from my groups', nobody: 'Nobody' },
    hints: {
      anyone: 'everybody can invite you',
      sharedGroups: 'only those you share a group with',
      nobody: 'nobody is told that you do not see their invitations',
    },
  },
  blocks: {
    title: 'Blocked',
    none: 'You have blocked nobody. You can do so when you decline an invitation.',
    since: 'Blocked',
    group: 'A group that you cannot see',
    unblock: 'Unblock',
    unblockOf: 'Unblock {{name}}',
  },
  appearance: {
    title: 'Language and colours',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  },
  data: {
    title: 'Your data',
    exportText: 'All that is kept about you in groups, as a file.',
    export: 'Download your data',
    eraseText: 'You can have your account and everything about you forgotten.',
    erase: 'Erase your account…',
    eraseTitle: 'Erase your account?',
    eraseWarning:
      'You leave all groups. Where you are the last owner, the longest-standing member of the highest role takes over; a group of you alone is deleted. Your invitations and requests are withdrawn, and your name disappears. This cannot be undone.',
    typeName: 'Type your user name “{{name}}” to confirm',
    eraseForGood: 'Erase for good',
  },
};
