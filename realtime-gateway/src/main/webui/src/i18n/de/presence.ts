export default {
  ONLINE: 'Online',
  AWAY: 'Abwesend',
  BUSY: 'Beschäftigt',
  INVISIBLE: 'Unsichtbar',
  OFFLINE: 'Offline',
  lastSeen: 'zuletzt gesehen',
};
