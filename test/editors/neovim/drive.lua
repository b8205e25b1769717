-- Plays a scene in Neovim as a writer would, and writes down what is seen; see ../scene.ts.
local file = assert(io.open(vim.env.WENFENG_SCENE))
local scene = vim.json.decode(file:read('*a'))
file:close()

local TIMEOUT = 15000 -- milliseconds

-- Columns are bytes of the line.
local function seen()
  return vim.tbl_map(function(diagnostic)
    local sent = diagnostic.user_data.lsp
    return {
      rule = diagnostic.code or sent.code,
      message = diagnostic.message,
      severity = diagnostic.severity,
      start = { diagnostic.lnum, diagnostic.col },
      ['end'] = { diagnostic.end_lnum, diagnostic.end_col },
    }
  end, vim.diagnostic.get(0))
end

local function wait_for(count)
  vim.wait(TIMEOUT, function()
    return #vim.diagnostic.get(0) == count
  end, 10)
  return seen()
end

local answer = { first = wait_for(scene.findings) }
if scene.fix then
  for _, finding in ipairs(answer.first) do
    if finding.rule == scene.fix.rule then
      vim.api.nvim_win_set_cursor(0, { finding.start[1] + 1, finding.start[2] })
    end
  end
  vim.ui.select = function(items, options, choose)
    answer.offered = vim.tbl_map(options.format_item, items)
    for _, item in ipairs(items) do
      if options.format_item(item) == scene.fix.title then
        return choose(item)
      end
    end
  end
  vim.lsp.buf.code_action()
  answer.second = wait_for(scene.fix.remaining)
  vim.cmd('write')
end

local out = assert(io.open(scene.answer, 'w'))
out:write(vim.fn.json_encode(answer))
out:close()
vim.cmd('qall!')
