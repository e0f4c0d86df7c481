-- Shared by every script. KEYS[1] is the shard's tag, such as {a7}: every key of a script carries it and so lives in one
-- cluster slot. Keys behind the tag:
--   w           hash  topicId:partition -> offset of the last Kafka record applied in this shard (the watermark)
--   s:<stream>  stream, entry id <seq>-0
--   m:<stream>  hash  e epoch, s top seq, h chain hash of the top, x 1 where it is closed: its group was deleted
--   p:<stream>  set   pods that hold a session on the stream
--   c:<group>   hash  userId -> <group seq>:<since>:<role>, role empty once she left; '' -> group seq of the newest event
--   g:<user>    hash  groupId -> <group seq>:<role>
--   n:<user>    zset  event id of each notification still in the inbox, by its seq
--   i:<user>    hash  seen, read: everything up to this seq is
--   r:<user>    set   event ids read one by one beyond i.read
--   d:<user>    hash  device -> <ms>|<cursor it acknowledged>
--   e:<user>    when she was erased, to the second: what happened up to then is not hers any more
--   o:<user>    hash  session -> pod and device, of the sessions that she has open
--   b:<user>    hash  group -> how much of it is to be a notification, where that is not all
--   x:<user>    hash  login at the provider, '' for all -> when it was over, to the second
--   l:<pod>     lease of a pod that has sessions of people of this shard
--   a:<user>    hash  how she appears, see presence.lua
--   t:<holder>  set   people of this shard whose sessions a pod holds, or held a grace ago
--   v:<user>    hash  other person -> <invitation>=<ms when it expires>; of each that is pending between them
--   y:<user>    set   pods that watch her presence
--   z:<group>   set   pods that watch the presence of the group's members
--   k:leases    zset  the holders of all pods, by the ms at which their lease ends; in one shard only
--   k:pods      zset  key and address of each pod, by the ms at which it counts as gone; in one shard only
--   k:<holder>  the pod that cares for what a dead holder left
--   h:public    zset  groups that may not be read of there any more, by the top seq when that began
local tag = KEYS[1]
local function key(kind, name)
  return 'gw:' .. tag .. ':' .. kind .. ':' .. name
end
local marks = 'gw:' .. tag .. ':w'
-- Part of the epoch of each stream of this shard; drawn anew where they have got a hole.
local life = redis.call('HGET', marks, 'life') or ''
local zero = '0' .. life

local INBOX_DAYS, GROUP_HOURS, PUBLIC_HOURS = 90, 48, 24
local function bounds(stream)
  local kind = string.sub(stream, 1, 2)
  if kind == 'u:' then return 1000, INBOX_DAYS * 86400 end
  if kind == 'g:' then return 5000, GROUP_HOURS * 3600 end
  return 10000, PUBLIC_HOURS * 3600
end

local function number(n)
  return string.format('%d', n)
end

-- epoch, seq, hash of the newest entry; seq 0 where the stream is empty.
local function top(stream)
  local m = redis.call('HMGET', key('m', stream), 'e', 's', 'h')
  return (m[1] or '0') .. life, tonumber(m[2] or '0'), m[3] or '0'
end

local function closed(stream)
  return redis.call('HEXISTS', key('m', stream), 'x') == 1
end

-- The standing of a person in a group: role or nil, the seq of the stream from which on she may read, and whether she
-- was there when the group was deleted: then she may still read to the end, from a position that she holds.
local function seat(group, user)
  local value = redis.call('HGET', key('c', group), user)
  if not value then return nil, 0, false end
  local seq, since, role = string.match(value, '^(%d+):(%d+):(.*)$')
  if role == '' then return nil, tonumber(since), false end
  if closed('g:' .. group) then return nil, tonumber(since), true end
  return role, tonumber(since), false
end

local function first(stream)
  local entry = redis.call('XRANGE', key('s', stream), '-', '+', 'COUNT', 1)[1]
  return entry and tonumber(string.match(entry[1], '^%d+'))
end

local function chained(hash, event)
  return string.sub(redis.sha1hex(hash .. event), 1, 12)
end

-- Appends and answers seq, hash, epoch. The hash chains each entry to all before it.
local function append(stream, fresh, event, name, time, payload, notify, leaver)
  local log, meta = key('s', stream), key('m', stream)
  local _, seq, hash = top(stream)
  local epoch = seq == 0 and fresh or redis.call('HGET', meta, 'e')
  seq = seq + 1
  hash = chained(hash, event)
  local length, seconds = bounds(stream)
  redis.call('XADD', log, 'MAXLEN', '~', length, number(seq) .. '-0',
    'i', event, 'n', name, 't', time, 'p', payload, 'h', hash, 'u', leaver)
  redis.call('HSET', meta, 'e', epoch, 's', number(seq), 'h', hash)
  -- The top outlives the entries, so that a quiet stream is known as trimmed and never begins anew.
  redis.call('EXPIRE', log, seconds)
  if string.sub(stream, 1, 2) == 'u:' then
    local notes = key('n', string.sub(stream, 3))
    if notify == '1' then redis.call('ZADD', notes, 'NX', number(seq), event) end
    redis.call('ZREMRANGEBYSCORE', notes, '-inf', '(' .. number(first(stream)))
    redis.call('EXPIRE', notes, seconds)
  end
  return number(seq), hash, epoch .. life
end

-- Where a pod that died without a word is forgotten: those that live register again, more often than every half an hour.
local function register(watchers, pod)
  redis.call('SADD', watchers, pod)
  if redis.call('TTL', watchers) < 1800 then redis.call('EXPIRE', watchers, 3600) end
end

local function pods(stream)
  return redis.call('SMEMBERS', key('p', stream))
end

-- unseen, unread: always a recount.
local function counts(user)
  local notes = key('n', user)
  local state = redis.call('HMGET', key('i', user), 'seen', 'read')
  local seen, read = state[1] or '0', state[2] or '0'
  local unread = redis.call('ZCOUNT', notes, '(' .. read, '+inf')
  for _, event in ipairs(redis.call('SMEMBERS', key('r', user))) do
    local seq = redis.call('ZSCORE', notes, event)
    if seq and tonumber(seq) > tonumber(read) then unread = unread - 1 end
  end
  return redis.call('ZCOUNT', notes, '(' .. seen, '+inf'), unread
end

local function field(entry, name)
  for i = 1, #entry[2], 2 do
    if entry[2][i] == name then return entry[2][i + 1] end
  end
end

-- nil where the position is one of this stream, else the reason why it is none.
local function mismatch(stream, epoch, seq, hash)
  local e, s, h = top(stream)
  if seq > s then return (epoch == e or s == 0) and 'ahead' or 'epoch' end
  if seq == 0 then return epoch ~= zero and 'epoch' or (s > 0 and first(stream) ~= 1) and 'trimmed' or nil end
  if epoch ~= e then return 'epoch' end
  if seq == s then return hash ~= h and 'fork' or nil end
  local entry = redis.call('XRANGE', key('s', stream), number(seq), number(seq))[1]
  if entry then return field(entry, 'h') ~= hash and 'fork' or nil end
  local oldest = redis.call('XRANGE', key('s', stream), '-', '+', 'COUNT', 1)[1]
  -- The entry is gone, but all behind it are here: the chain still proves the position.
  if oldest and oldest[1] == number(seq + 1) .. '-0' then
    return chained(hash, field(oldest, 'i')) ~= field(oldest, 'h') and 'fork' or nil
  end
  return 'trimmed'
end
