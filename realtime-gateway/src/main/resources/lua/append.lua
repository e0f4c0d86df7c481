-- Applies what the Kafka records of one partition mean for this shard, each record once.
-- ARGV: mark, expected offset (-1: not known), epoch for new streams, then operations:
--   offset A stream eventId name time payload notify leaver
--          notify: '0', or 'I' (important) or 'N' and a group for a notification, or 'P' to tell it without an entry
--   offset G group seq              the rest of this record is skipped where the group already has seq
--   offset S group user role seq    the seat changes (role '' takes it away)
--   offset R group user role seq    the role in a seat changes
--   offset B group user role seq    the seat as the compacted topic tells it, to rebuild from nothing
--   offset I user group role seq    the person's own list of groups
--   offset X group                  the group is deleted: its stream is closed, and with it all seats
--   offset V group shown            whether the public stream may be read of the group
--   offset E user time              the person is erased
--   offset P user other invitation expiry time   an invitation between them is pending until expiry (ms); 0: it is over
-- Answers {'OK', watermark, wake-up...} or {'LOST', watermark}: a tail was lost, nothing was applied.
-- A wake-up is {'E', operation, seq, hash, epoch, pod...}, {'X', operation, pod...}, {'J', user, group, pod...}, {'L', user, group, pod...},
-- {'Q', user, pod...}, and to those who watch presence {'W', user, pod...} or {'R', group, user, pod...}.
local mark, expected, fresh = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local current = tonumber(redis.call('HGET', marks, mark) or '-1')
if current < expected then return { 'LOST', number(current) } end

local sizes = { A = 9, G = 4, S = 6, R = 6, B = 6, I = 6, X = 3, V = 4, E = 4, P = 7 }
-- In a list of groups, those that she has left are remembered up to so many.
local LISTED = 2000
-- Longer than Kafka keeps what could be replayed.
local ERASED_DAYS = 8
local wakeups, last, skipped = { }, current, -1

local function wakeAll(list, among)
  if #among == 0 then return end
  for _, pod in ipairs(among) do list[#list + 1] = pod end
  wakeups[#wakeups + 1] = list
end

local function wake(list, stream)
  wakeAll(list, pods(stream))
end

-- Who watches the presence of a person, or of a group, may see less or more of it now.
local function rewatch(user)
  wakeAll({ 'W', user }, redis.call('SMEMBERS', key('y', user)))
end

local function reseat(group, user)
  wakeAll({ 'R', group, user }, redis.call('SMEMBERS', key('z', group)))
end

-- What happened before she was erased is not kept for her again, however late it is told.
local function isErased(stream, time)
  if string.sub(stream, 1, 2) ~= 'u:' then return false end
  local erased = redis.call('GET', key('e', string.sub(stream, 3)))
  return erased and string.sub(time, 1, 19) <= erased
end

-- What is of importance to her, or of the group alone ('I' or 'N', and the group): whether she wants to be told of it.
local function attention(stream, notify)
  local level = notify ~= '0' and redis.call('HGET', key('b', string.sub(stream, 3)), string.sub(notify, 2)) or 'ALL'
  local wanted = level == 'ALL' or (level == 'IMPORTANT' and string.sub(notify, 1, 1) == 'I')
  return notify ~= '0' and wanted and '1' or '0'
end

local function tell(operation, stream, event, name, time, payload, notify, leaver)
  if closed(stream) or isErased(stream, time) then return end
  if notify == 'P' then
    wake({ 'X', number(operation) }, stream)
    return
  end
  notify = attention(stream, notify)
  local seq, hash, epoch = append(stream, fresh, event, name, time, payload, notify, leaver)
  wake({ 'E', number(operation), seq, hash, epoch }, stream)
end

local function newest(group)
  return tonumber(redis.call('HGET', key('c', group), '') or '-1')
end

local function sit(group, user, role, seq)
  local _, since = top('g:' .. group)
  redis.call('HSET', key('c', group), user, seq .. ':' .. number(since) .. ':' .. role)
  reseat(group, user)
end

local function change(group, user, role, seq)
  local held = redis.call('HGET', key('c', group), user)
  local since = held and string.match(held, '^%d+:(%d+):.')
  if since then
    redis.call('HSET', key('c', group), user, seq .. ':' .. since .. ':' .. role)
  else
    sit(group, user, role, seq)
  end
end

local function rebuild(group, user, role, seq)
  local known = newest(group)
  local held = redis.call('HGET', key('c', group), user)
  if known >= 0 and tonumber(seq) > known then return end
  if held and tonumber(string.match(held, '^%d+')) >= tonumber(seq) then return end
  -- Who was there at the end is who may still read of it; a deleted group forgets them all at once.
  if closed('g:' .. group) then return end
  if role ~= '' then
    sit(group, user, role, seq)
  elseif held and known >= 0 then
    sit(group, user, '', seq)
  elseif held then
    redis.call('HDEL', key('c', group), user)
    reseat(group, user)
  end
end

-- Nobody is a member from here on. What is kept of the group goes when its last entries do.
local function close(group)
  local stream = 'g:' .. group
  redis.call('HSET', key('m', stream), 'x', '1')
  for _, each in ipairs({ key('c', group), key('m', stream), key('p', stream) }) do
    redis.call('EXPIRE', each, GROUP_HOURS * 3600)
  end
  reseat(group, '')
  redis.call('DEL', key('z', group))
end

local function forgetLeft(groups)
  local all = redis.call('HGETALL', groups)
  for i = 1, #all, 2 do
    if string.sub(all[i + 1], -1) == ':' then redis.call('HDEL', groups, all[i]) end
  end
end

local function index(user, group, role, seq)
  local groups = key('g', user)
  local held = redis.call('HGET', groups, group)
  -- The same seq comes twice, from both topics: whichever is second wakes again, when she surely has her seat.
  if held and tonumber(string.match(held, '^%d+')) > tonumber(seq) then return end
  -- Where there is no list, nothing has to be taken off it: she may have been erased.
  if role ~= '' or redis.call('EXISTS', groups) == 1 then
    redis.call('HSET', groups, group, seq .. ':' .. role)
    if redis.call('HLEN', groups) > LISTED then forgetLeft(groups) end
  end
  if role == '' then redis.call('HDEL', key('b', user), group) end
  wake({ role == '' and 'L' or 'J', user, group }, 'u:' .. user)
  rewatch(user)
end

-- With whom she has pending invitations: they may see each other's presence.
local function acquaint(user, other, invitation, expiry, time)
  local kept = ''
  for id, ends in string.gmatch(redis.call('HGET', key('v', user), other) or '', '([^=;]+)=(%d+);') do
    if id ~= invitation then kept = kept .. id .. '=' .. ends .. ';' end
  end
  if expiry ~= '0' and not isErased('u:' .. user, time) then kept = kept .. invitation .. '=' .. expiry .. ';' end
  if kept == '' then
    redis.call('HDEL', key('v', user), other)
  else
    redis.call('HSET', key('v', user), other, kept)
    redis.call('EXPIRE', key('v', user), (INBOX_DAYS + 1) * 86400)
  end
  rewatch(user)
end

local function show(group, shown)
  local hidden = key('h', 'public')
  local _, seq = top('public')
  local oldest = first('public')
  if shown == '1' or not oldest then
    redis.call('ZREM', hidden, group)
  else
    redis.call('ZADD', hidden, number(seq), group)
  end
  redis.call('ZREMRANGEBYSCORE', hidden, '-inf', oldest and '(' .. number(oldest) or '+inf')
end

local function erase(user, time)
  local stream = 'u:' .. user
  wake({ 'Q', user }, stream)
  for _, kind in ipairs({ 's', 'm', 'p' }) do redis.call('DEL', key(kind, stream)) end
  rewatch(user)
  for _, kind in ipairs({ 'g', 'n', 'i', 'r', 'd', 'a', 'v', 'b' }) do redis.call('DEL', key(kind, user)) end
  redis.call('SET', key('e', user), string.sub(time, 1, 19), 'EX', ERASED_DAYS * 86400)
end

local i, operation = 4, 0
while i <= #ARGV do
  local offset, kind = tonumber(ARGV[i]), ARGV[i + 1]
  if offset > current and offset ~= skipped then
    local a, b, c, d = ARGV[i + 2], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5]
    if kind == 'A' then tell(operation, a, b, c, d, ARGV[i + 6], ARGV[i + 7], ARGV[i + 8])
    elseif kind == 'G' then
      if newest(a) >= tonumber(b) then skipped = offset else redis.call('HSET', key('c', a), '', b) end
    elseif kind == 'S' then sit(a, b, c, d)
    elseif kind == 'R' then change(a, b, c, d)
    elseif kind == 'B' then rebuild(a, b, c, d)
    elseif kind == 'I' then index(a, b, c, d)
    elseif kind == 'X' then close(a)
    elseif kind == 'V' then show(a, b)
    elseif kind == 'E' then erase(a, b)
    elseif kind == 'P' then acquaint(a, b, c, d, ARGV[i + 6])
    end
    last = offset
  end
  i, operation = i + sizes[kind], operation + 1
end
last = math.max(last, skipped)
if last > current then redis.call('HSET', marks, mark, number(last)) end
return { 'OK', number(last), unpack(wakeups) }
