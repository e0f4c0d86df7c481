-- The leases of all pods, in one shard. ARGV: verb, lease in ms, then by verb
--   take holder former    a new holder; the former one of the same pod, if not '', is over
--   renew holder          answers 1, or 0 where the lease has ended: then the holder never comes back
--   dead claimant         answers holders whose lease has ended, claimed for one lease so that one pod cares
--   forget holder         nothing of it is left
local verb, lease = ARGV[1], tonumber(ARGV[2])
local leases = key('k', 'leases')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

if verb == 'take' then
  redis.call('ZADD', leases, number(now + lease), ARGV[3])
  if ARGV[4] ~= '' then redis.call('ZADD', leases, 0, ARGV[4]) end
  return 1
elseif verb == 'renew' then
  local ends = redis.call('ZSCORE', leases, ARGV[3])
  if not ends or tonumber(ends) <= now then return 0 end
  redis.call('ZADD', leases, number(now + lease), ARGV[3])
  return 1
elseif verb == 'forget' then
  redis.call('DEL', key('k', ARGV[3]))
  return redis.call('ZREM', leases, ARGV[3])
end
local dead = { }
for _, holder in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', number(now), 'LIMIT', 0, 20)) do
  local claim = key('k', holder)
  if redis.call('SET', claim, ARGV[3], 'PX', lease, 'NX') or redis.call('GET', claim) == ARGV[3] then
    dead[#dead + 1] = holder
  end
end
return dead
