-- Where the pods take each other's requests, in one shard. ARGV: lease in ms, then, if the caller takes requests itself,
-- '<its key> <its address>'. Answers the same of all whose lease has not ended.
local pods = key('k', 'pods')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

if ARGV[2] then redis.call('ZADD', pods, number(now + tonumber(ARGV[1])), ARGV[2]) end
redis.call('ZREMRANGEBYSCORE', pods, '-inf', number(now))
return redis.call('ZRANGE', pods, 0, -1)
