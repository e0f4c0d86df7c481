-- How much of a group is to be a notification. ARGV: user, group, level, epoch for a new stream, event id, time, payload.
-- Answers {'NOT_A_MEMBER'}, {'OK'} where it is so already, or {'OK', seq, hash, epoch, pod...}.
local user, group, level = ARGV[1], ARGV[2], ARGV[3]
local held = redis.call('HGET', key('g', user), group)
if not held or string.sub(held, -1) == ':' then return { 'NOT_A_MEMBER' } end
local levels = key('b', user)
if (redis.call('HGET', levels, group) or 'ALL') == level then return { 'OK' } end
if level == 'ALL' then
  redis.call('HDEL', levels, group)
else
  redis.call('HSET', levels, group, level)
end
local seq, hash, epoch = append('u:' .. user, ARGV[4], ARGV[5], 'notification:level', ARGV[6], ARGV[7], '0', '')
return { 'OK', seq, hash, epoch, unpack(pods('u:' .. user)) }
