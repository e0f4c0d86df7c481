-- Registers a pod for a stream and finds where a reader starts. Registering comes first: what is appended later wakes.
-- ARGV: stream, user, pod, how, and for how = 'at' epoch, seq, hash
--   how: 'top' live from here, 'joined' from where she joined, 'all' the same or a reset, 'at' a position,
--        'inbox' from the position that device ARGV[5] acknowledged, else the newest 300 unseen
-- Answers {'OK', top epoch, top seq, top hash, unseen, unread, from epoch, from seq, from hash},
-- {'RESET', top..., unseen, unread, reason} or {'FORBIDDEN'}; a deleted group is open only to whoever has missed its end. The counts are those of an inbox at this top, else 0.
-- The pod '' only looks. The user '' is a pod itself, which sees everything.
local stream, user, pod, how = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local since, toTheEnd = 0, false
if user ~= '' and string.sub(stream, 1, 2) == 'g:' then
  local role
  role, since, toTheEnd = seat(string.sub(stream, 3), user)
  if not role and not (toTheEnd and how == 'at') then return { 'FORBIDDEN' } end
end
-- A closed stream wakes nobody.
if pod ~= '' and not closed(stream) then register(key('p', stream), pod) end
local e, s, h = top(stream)
local epoch, seq, hash = e, s, h
local unseen, unread = 0, 0
if string.sub(stream, 1, 2) == 'u:' then unseen, unread = counts(string.sub(stream, 3)) end

local function start(at)
  if at == 0 and (s == 0 or first(stream) == 1) then return zero, 0, '0' end
  local entry = redis.call('XRANGE', key('s', stream), number(at), number(at))[1]
  if not entry then return e, s, h end
  return e, at, field(entry, 'h')
end

if how == 'inbox' then
  local ack = redis.call('HGET', key('d', user), ARGV[5])
  if ack then
    how = 'at'
    ARGV[5], ARGV[6], ARGV[7] = string.match(ack, '|(%w+)%.(%d+)%.(%w+)$')
  else
    local oldest = first(stream) or 1
    local seen = tonumber(redis.call('HGET', key('i', user), 'seen') or '0')
    epoch, seq, hash = start(math.max(seen, s - 300, oldest > 1 and oldest or 0))
  end
elseif how == 'joined' or how == 'all' then
  epoch, seq, hash = start(since)
  if how == 'all' and seq ~= since then return { 'RESET', e, number(s), h, unseen, unread, 'trimmed' } end
end
if how == 'at' then
  epoch, seq, hash = ARGV[5], tonumber(ARGV[6]), ARGV[7]
  local reason = seq < since and 'trimmed' or mismatch(stream, epoch, seq, hash)
  if toTheEnd and (reason or seq == s) then return { 'FORBIDDEN' } end
  if reason then return { 'RESET', e, number(s), h, unseen, unread, reason } end
end
return { 'OK', e, number(s), h, unseen, unread, epoch, number(seq), hash }
