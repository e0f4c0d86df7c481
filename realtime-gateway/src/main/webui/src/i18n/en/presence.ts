export default {
  ONLINE: 'Online',
  AWAY: 'Away',
  BUSY: 'Busy',
  INVISIBLE: 'Invisible',
  OFFLINE: 'Offline',
  lastSeen: 'last seen',
};
