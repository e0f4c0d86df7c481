-- Lets a session in as long as its person has few enough, over all pods. Sessions of a pod whose lease has ended are gone.
-- ARGV: user, pod, session, device, limit (0 for none), lease in ms, ms for which a register is kept, login, when her
-- token was issued (s).
-- Answers {'IN', pod, session, ...} with the sessions of the same device that this one replaces, {'FULL'} or {'REVOKED'}.
local user, pod, session, device, limit = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local login, issued = ARGV[8], tonumber(ARGV[9])
local over = redis.call('HMGET', key('x', user), '', login)
if issued <= tonumber(over[1] or '-1') or (login ~= '' and over[2]) then return { 'REVOKED' } end
redis.call('SET', key('l', pod), '1', 'PX', ARGV[6])
local register = key('o', user)
local held = redis.call('HGETALL', register)
local answer, count = { 'IN' }, 0
for i = 1, #held, 2 do
  local its, onWhat = string.match(held[i + 1], '^([^\n]*)\n(.*)$')
  if redis.call('EXISTS', key('l', its)) == 0 then
    redis.call('HDEL', register, held[i])
  elseif onWhat == device and held[i] ~= session then
    redis.call('HDEL', register, held[i])
    answer[#answer + 1], answer[#answer + 2] = its, held[i]
  elseif held[i] ~= session then
    count = count + 1
  end
end
if limit > 0 and count >= limit then return { 'FULL' } end
redis.call('HSET', register, session, pod .. '\n' .. device)
redis.call('PEXPIRE', register, ARGV[7])
return answer
