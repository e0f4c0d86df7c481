-- Who sits in a group. ARGV: group, pod ('' none) to be told when that changes, person...
-- Without persons answers all members, else 1 or 0 for each.
local group, pod = ARGV[1], ARGV[2]
if pod ~= '' and not closed('g:' .. group) then register(key('z', group), pod) end
local answer = { }
for i = 3, #ARGV do answer[i - 2] = seat(group, ARGV[i]) and 1 or 0 end
if #ARGV > 2 or closed('g:' .. group) then return answer end
local all = redis.call('HGETALL', key('c', group))
for i = 1, #all, 2 do
  if all[i] ~= '' and not string.find(all[i + 1], ':$') then answer[#answer + 1] = all[i] end
end
return answer
