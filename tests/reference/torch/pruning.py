"""What is cut of the kernels of one network: rules that make masks, 1 where a weight is kept and 0 where it is cut."""

import torch


def smallest(share):
    """This share of all weights together."""

    def rule(kernels):
        return unflat(cut(torch.cat([sizes(kernel) for kernel in kernels]), share), kernels)

    return rule


def smallest_of_each(shares):
    """Of each kernel its own share."""

    def rule(kernels):
        return [cut(sizes(kernel), share).reshape(kernel.shape) for kernel, share in zip(kernels, shares)]

    return rule


def weakest_columns(left, length):
    """
    So many columns of each kernel but the last stay, the longest. With a column go the rows of the next kernel that it
    feeds: kernels are [..., maps, columns], and in the rows of the last one maps stand last.
    """

    def rule(kernels):
        masks, feeds = [], torch.ones(1)
        for kernel in kernels:
            values = kernel.detach()
            columns = values.shape[-1]
            stays = torch.ones(columns)
            if kernel is not kernels[-1]:
                stays[length(values.reshape(-1, columns)).argsort(descending=True, stable=True)[left:]] = 0
            rows = values.numel() // columns
            taken = feeds.repeat(rows // len(feeds))
            masks.append(torch.outer(taken, stays).reshape(kernel.shape))
            feeds = stays
        return masks

    return rule


def sum_of_sizes(columns):
    return columns.abs().sum(0)


def root_of_squares(columns):
    return columns.square().sum(0).sqrt()


def sizes(kernel):
    return kernel.detach().abs().reshape(-1)


def cut(flat, share):
    kept = torch.ones(len(flat))
    kept[flat.argsort(stable=True)[: int(share * len(flat) + 0.5)]] = 0
    return kept


def unflat(flat, kernels):
    return [part.reshape(kernel.shape) for part, kernel in zip(flat.split([k.numel() for k in kernels]), kernels)]
