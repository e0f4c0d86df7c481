-- Remembers that a login of a person is over. ARGV: user, login ('' for all of hers), when (s), s for which to remember.
-- Answers the pods that hold sessions of hers.
local user = ARGV[1]
redis.call('HSET', key('x', user), ARGV[2], ARGV[3])
redis.call('EXPIRE', key('x', user), ARGV[4])
local pods, known = { }, { }
for _, entry in ipairs(redis.call('HVALS', key('o', user))) do
  local pod = string.match(entry, '^[^\n]*')
  if not known[pod] then
    known[pod] = true
    pods[#pods + 1] = pod
  end
end
return pods
