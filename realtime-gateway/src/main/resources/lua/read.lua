-- A page of a stream behind a position. ARGV: stream, user ('' for the pod itself), epoch, seq, hash, count.
-- Answers {'OK', epoch, entries}, {'RESET', reason} or {'FORBIDDEN'}.
local stream, user, seq = ARGV[1], ARGV[2], tonumber(ARGV[4])
if user ~= '' and string.sub(stream, 1, 2) == 'g:' then
  local role, since = seat(string.sub(stream, 3), user)
  if not role then return { 'FORBIDDEN' } end
  if seq < since then return { 'RESET', 'trimmed' } end
end
local reason = mismatch(stream, ARGV[3], seq, ARGV[5])
if reason then return { 'RESET', reason } end
local epoch = top(stream)
return { 'OK', epoch, redis.call('XRANGE', key('s', stream), '(' .. number(seq), '+', 'COUNT', ARGV[6]) }
