-- A page of a stream behind a position. ARGV: stream, user ('' for the pod itself), epoch, seq, hash, count.
-- Answers {'OK', epoch, entries}, {'RESET', reason} or {'FORBIDDEN'}.
local stream, user, seq = ARGV[1], ARGV[2], tonumber(ARGV[4])
if user ~= '' and string.sub(stream, 1, 2) == 'g:' then
  local role, since, toTheEnd = seat(string.sub(stream, 3), user)
  if not role and not toTheEnd then return { 'FORBIDDEN' } end
  if seq < since then return { 'RESET', 'trimmed' } end
end
local reason = mismatch(stream, ARGV[3], seq, ARGV[5])
if reason then return { 'RESET', reason } end
local epoch = top(stream)
local entries = redis.call('XRANGE', key('s', stream), '(' .. number(seq), '+', 'COUNT', ARGV[6])

-- A group that is public no more is not read of; the entry stays, so that the numbers have no gap.
local hidden = key('h', stream)
if stream == 'public' and redis.call('EXISTS', hidden) == 1 then
  for _, entry in ipairs(entries) do
    local payload = cjson.decode(field(entry, 'p'))
    if payload.group and redis.call('ZSCORE', hidden, payload.group.id) then
      local kept = { eventId = payload.eventId, factId = payload.factId, occurredAt = payload.occurredAt }
      entry[2] = { 'i', field(entry, 'i'), 'n', 'notification:withdrawn', 't', field(entry, 't'),
        'p', cjson.encode(kept), 'h', field(entry, 'h'), 'u', '' }
    end
  end
end
return { 'OK', epoch, entries }
