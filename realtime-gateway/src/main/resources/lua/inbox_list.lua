-- Notifications, newest first. ARGV: user, state, before (seq or '+inf'), count.
-- Answers {epoch, entry, seen, read, entry, seen, read, ...}.
local user, state, count = ARGV[1], ARGV[2], tonumber(ARGV[4])
local stream = 'u:' .. user
local marked = redis.call('HMGET', key('i', user), 'seen', 'read')
local seen, read = tonumber(marked[1] or '0'), tonumber(marked[2] or '0')
local epoch = top(stream)
local answer, found = { epoch }, 0
local notes = redis.call('ZREVRANGEBYSCORE', key('n', user), '(' .. ARGV[3], '-inf', 'WITHSCORES')
for i = 1, #notes, 2 do
  local seq = tonumber(notes[i + 1])
  local isSeen = seq <= seen
  local isRead = seq <= read or redis.call('SISMEMBER', key('r', user), notes[i]) == 1
  if state == 'all' or (state == 'unseen' and not isSeen) or (state == 'unread' and not isRead) then
    local entry = redis.call('XRANGE', key('s', stream), number(seq), number(seq))[1]
    if entry then
      answer[#answer + 1] = entry
      answer[#answer + 1] = isSeen and '1' or '0'
      answer[#answer + 1] = isRead and '1' or '0'
      found = found + 1
      if found == count then break end
    end
  end
end
return answer
