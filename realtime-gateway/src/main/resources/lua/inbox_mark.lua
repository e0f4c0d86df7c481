-- Marks notifications and tells the person's devices. ARGV: user, verb, epoch for a new stream, event id, time, payload
-- head, then for 'seen' and 'read-to' a seq and its epoch, for 'read' and 'delete' event ids.
-- The payload head is a JSON object without its last brace; unseen and unread are added here, where they are counted.
-- Answers {found, unseen, unread, seq, hash, epoch, payload, pod...}; seq '' where nothing changed.
local user, verb = ARGV[1], ARGV[2]
local notes, state, single = key('n', user), key('i', user), key('r', user)
local unseen, unread = counts(user)
local found = 0

local function raise(field)
  local epoch, s = top('u:' .. user)
  -- A position of another life of the stream says nothing about this one.
  local to = (ARGV[8] == epoch or ARGV[7] == '0') and math.min(tonumber(ARGV[7]), s) or 0
  if to > tonumber(redis.call('HGET', state, field) or '0') then redis.call('HSET', state, field, number(to)) end
  return to
end

if verb == 'seen' then
  raise('seen')
elseif verb == 'read-to' then
  local to = raise('read')
  for _, event in ipairs(redis.call('SMEMBERS', single)) do
    local seq = redis.call('ZSCORE', notes, event)
    if not seq or tonumber(seq) <= to then redis.call('SREM', single, event) end
  end
else
  for i = 7, #ARGV do
    if redis.call('ZSCORE', notes, ARGV[i]) then
      found = found + 1
      if verb == 'read' then
        redis.call('SADD', single, ARGV[i])
      else
        redis.call('ZREM', notes, ARGV[i])
        redis.call('SREM', single, ARGV[i])
      end
    end
  end
end
for _, event in ipairs(redis.call('SMEMBERS', single)) do
  if not redis.call('ZSCORE', notes, event) then redis.call('SREM', single, event) end
end
redis.call('EXPIRE', state, INBOX_DAYS * 86400)
redis.call('EXPIRE', single, INBOX_DAYS * 86400)

local nowUnseen, nowUnread = counts(user)
local gone = verb == 'delete' and found > 0
if nowUnseen == unseen and nowUnread == unread and not gone then
  return { found, nowUnseen, nowUnread, '' }
end
local payload = ARGV[6] .. ',"unseen":' .. number(nowUnseen) .. ',"unread":' .. number(nowUnread) .. '}'
local seq, hash, epoch = append('u:' .. user, ARGV[3], ARGV[4], 'notification:read', ARGV[5], payload, '0', '')
return { found, nowUnseen, nowUnread, seq, hash, epoch, payload, unpack(pods('u:' .. user)) }
